package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.ticketing.testsupport.Api;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What others do is on the screen without a reload, and an edit overwrites nobody's in silence. */
@BrowserTest
class LiveBrowserIT {

    private final Stage stage;

    LiveBrowserIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theListFollowsWhatHappens() {
        Api seller = stage.person();
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String ticket = stage.listed(seller, word, "20");
        try (Visitor visitor = stage.visitor()) {
            visitor.at("/?q=" + word).sees(card(visitor, "$20.00"));
            visitor.page().evaluate("window.notReloaded = true");

            seller.put("/api/tickets/" + ticket, Map.of("title", word, "price", new BigDecimal("25.5")))
                    .expect(200);
            visitor.sees(card(visitor, "$25.50"));
            stage.listed(seller, word + " again", "21");
            visitor.sees(visitor.button("Show 1 new ticket"));
            stage.person().post("/api/orders", Map.of("ticketId", ticket)).expect(201);
            visitor.sees(card(visitor, "Taken"));
            visitor.button("Show 1 new ticket").click();
            visitor.sees(card(visitor, "$21.00"));
            assertThat(visitor.page().evaluate("window.notReloaded")).isEqualTo(true);
        }
    }

    @Test
    void theOwnersTwoEditsAreMerged() {
        try (Visitor seller = stage.signedUp()) {
            String ticket = stage.listed(seller.api(), "Before", "20");
            Page other = seller.tab();
            for (Page page : new Page[] {seller.page(), other}) {
                page.navigate("/tickets/" + ticket + "/edit");
                assertThat(Visitor.heading(page, "Edit your ticket")).isVisible();
            }
            other.getByLabel("Price in USD").fill("22");
            other.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(Visitor.heading(other, "Before")).isVisible();

            seller.page().getByLabel("What is the ticket for?").fill("After");
            seller.button("Save").click();
            seller.sees(seller.heading("Somebody saved another version"));
            seller.button("Merge both").click();
            seller.page()
                    .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Price"))
                    .getByLabel("Saved version")
                    .check();
            seller.button("Save the merged version").click();

            seller.sees(seller.heading("After"));
            assertThat(seller.api()
                            .get("/api/tickets/" + ticket)
                            .json()
                            .path("price")
                            .asInt())
                    .isEqualTo(22);
        }
    }

    private static Locator card(Visitor visitor, String text) {
        return visitor.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(text));
    }
}
