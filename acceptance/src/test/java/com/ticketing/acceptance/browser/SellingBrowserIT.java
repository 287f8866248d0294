package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.ticketing.testsupport.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a seller does with listings, and what buyers see of it without a reload. */
@BrowserTest
class SellingBrowserIT {

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    private final BrowserSuite suite;

    SellingBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void aWithdrawnTicketIsNotForSaleUntilItIsPutBack(int width) {
        try (BrowserSession seller = suite.signedUp(ofWidth(width));
                BrowserSession buyer = suite.signedUp(ofWidth(width))) {
            String ticket = suite.createTicket(seller.api(), "Chamber music", "20");
            buyer.open("/tickets/" + ticket).sees(buyer.button("Buy for $20.00"));

            seller.open("/listings").button("Withdraw Chamber music").click();
            seller.sees(seller.link("Withdrawn (1)"));
            buyer.sees(buyer.page().getByText("This ticket is not for sale at the moment."));

            seller.link("Withdrawn (1)").click();
            seller.button("Put back on sale: Chamber music").click();
            seller.sees(seller.link("For sale (1)"));
            buyer.sees(buyer.button("Buy for $20.00"));
        }
    }

    @Test
    void severalIdenticalTicketsAreListedAtOnce() {
        try (BrowserSession seller = suite.signedUp()) {
            Page page = seller.open("/sell").page();
            page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
                    .fill("Balcony");
            page.getByLabel("Price in USD").fill("12");
            page.getByLabel("Number of identical tickets").selectOption("4");
            seller.button("List ticket").click();

            seller.sees(seller.link("For sale (4)"));
            assertThat(page.getByText("4 “Balcony” tickets are now listed.")).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESKTOP})
    void aWatchedTicketIsReportedWhenItIsAvailable(int width) {
        Api seller = suite.newUser();
        String ticket = suite.createTicket(seller, "Opera, box", "120");
        Api holder = suite.newUser();
        String order = holder.post("/api/orders", Map.of("ticketId", ticket))
                .expect(201)
                .json()
                .path("id")
                .asString();
        try (BrowserSession waiting = suite.session(ofWidth(width))) {
            waiting.open("/tickets/" + ticket)
                    .button("Notify me when it's available")
                    .click();
            waiting.open("/").sees(waiting.heading("Tickets"));

            holder.delete("/api/orders/" + order).expect(204);

            waiting.sees(waiting.page().getByText("“Opera, box” is available again."));
        }
    }

    private static Browser.NewContextOptions ofWidth(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 800);
    }
}
