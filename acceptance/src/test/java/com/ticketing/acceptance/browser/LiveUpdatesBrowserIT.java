package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.ticketing.testsupport.Api;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that other users' changes appear without a reload, and that an edit overwrites no other one silently. */
@BrowserTest
class LiveUpdatesBrowserIT {

    private final BrowserSuite suite;

    LiveUpdatesBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @Test
    void theListShowsChangesLive() {
        Api seller = suite.newUser();
        String word = BrowserSuite.newWord();
        String ticket = suite.createTicket(seller, word, "20");
        try (BrowserSession session = suite.session()) {
            session.open("/?q=" + word).sees(card(session, "$20.00"));
            session.page().evaluate("window.notReloaded = true");

            seller.put("/api/tickets/" + ticket, Map.of("title", word, "price", new BigDecimal("25.5")))
                    .expect(200);
            session.sees(card(session, "$25.50"));
            suite.createTicket(seller, word + " again", "21");
            session.sees(session.button("Show 1 new ticket"));
            suite.newUser().post("/api/orders", Map.of("ticketId", ticket)).expect(201);
            session.sees(card(session, "Unavailable"));
            session.button("Show 1 new ticket").click();
            session.sees(card(session, "$21.00"));
            assertThat(session.page().evaluate("window.notReloaded")).isEqualTo(true);
        }
    }

    @Test
    void conflictingEditsCanBeMerged() {
        try (BrowserSession seller = suite.signedUp()) {
            String ticket = suite.createTicket(seller.api(), "Before", "20");
            Page other = seller.tab();
            for (Page page : new Page[] {seller.page(), other}) {
                page.navigate("/tickets/" + ticket + "/edit");
                assertThat(BrowserSession.heading(page, "Edit ticket")).isVisible();
            }
            other.getByLabel("Price in USD").fill("22");
            other.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(BrowserSession.heading(other, "Before")).isVisible();

            seller.page()
                    .getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
                    .fill("After");
            seller.button("Save").click();
            seller.sees(seller.heading("A newer version was saved"));
            seller.button("Merge versions").click();
            seller.page()
                    .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Price"))
                    .getByLabel("Saved version")
                    .check();
            seller.button("Save merged version").click();

            seller.sees(seller.heading("After"));
            assertThat(seller.api()
                            .get("/api/tickets/" + ticket)
                            .json()
                            .path("price")
                            .asInt())
                    .isEqualTo(22);
        }
    }

    private static Locator card(BrowserSession session, String text) {
        return session.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(text));
    }
}
