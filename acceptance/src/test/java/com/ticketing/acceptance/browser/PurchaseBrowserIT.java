package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests purchases in the browser, with and without obstacles. */
@BrowserTest
class PurchaseBrowserIT {

    private final BrowserSuite suite;

    PurchaseBrowserIT(BrowserSuite suite) {
        this.suite = suite;
    }

    @Test
    void oneOfTwoSimultaneousBuyersGetsTheTicketAndTheOtherSeesIt() {
        String ticket = suite.createTicket(suite.newUser(), "Wanted by two", "30");
        try (BrowserSession one = suite.signedUp();
                BrowserSession other = suite.signedUp()) {
            List<BrowserSession> both = List.of(one, other);
            both.forEach(session -> session.open("/tickets/" + ticket).sees(session.button("Buy for $30.00")));
            // Both pages click at the same second of their own clocks.
            String inASecond = "button => { setTimeout(() => button.click(), 1000 - Date.now() % 1000); }";
            both.forEach(session -> session.button("Buy for $30.00").evaluate(inASecond));

            both.forEach(session -> session.sees(session.heading("Checkout")
                    .or(session.page().getByRole(AriaRole.STATUS).getByText("Unavailable"))
                    .first()));
            List<BrowserSession> winners = both.stream()
                    .filter(session -> session.heading("Checkout").isVisible())
                    .toList();
            assertThat(winners).hasSize(1);
            BrowserSession loser = winners.getFirst() == one ? other : one;
            loser.sees(loser.page().getByText("Someone is holding this ticket or has bought it."));
            assertThat(loser.page()).hasURL(Pattern.compile("/tickets/" + ticket + "$"));
        }
    }

    @Test
    void anExpiredHoldIsShown() {
        String ticket = suite.createTicket(suite.newUser(), "Held for too long", "30");
        try (BrowserSession buyer = suite.signedUp()) {
            buyer.buys(ticket, "$30.00");
            buyer.sees(buyer.page().getByRole(AriaRole.TIMER));

            assertThat(buyer.heading("Your hold has expired"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout((double)
                                    BrowserSuite.HOLD.plus(BrowserSuite.SOON).toMillis()));
            buyer.link("Check availability").click();
            buyer.sees(buyer.button("Buy for $30.00"));
        }
    }

    @Test
    void anotherCardWorksAfterADecline() {
        String ticket = suite.createTicket(suite.newUser(), "Declined, then paid", "19.99");
        try (BrowserSession buyer = suite.signedUp()) {
            buyer.buys(ticket, "$19.99");
            buyer.paysWith("tok_chargeDeclined", "$19.99");
            assertThat(buyer.alert()).containsText("Your card was declined. You weren't charged.");

            buyer.paysWith("tok_visa", "$19.99");
            buyer.sees(buyer.heading("It's yours!"));
        }
    }

    @Test
    void aPaymentCanBeAuthenticatedAtTheBank() {
        String ticket = suite.createTicket(suite.newUser(), "The bank asks", "19.99");
        try (BrowserSession buyer = suite.signedUp()) {
            buyer.buys(ticket, "$19.99");
            buyer.paysWith("tok_threeDSecure2Required", "$19.99");
            buyer.link("Continue to your bank").click();
            buyer.button("Confirm payment").click();

            buyer.sees(buyer.heading("It's yours!"));
        }
    }

    @Test
    void aTicketCanBeBoughtByKeyboard() {
        String title = "Bought by keyboard";
        suite.createTicket(suite.newUser(), title, "12");
        try (BrowserSession buyer = suite.signedUp()) {
            buyer.open("/").sees(buyer.link(title).first());
            press(buyer, buyer.link(title).first());
            press(buyer, buyer.button("Buy for $12.00"));
            buyer.sees(buyer.heading("Checkout"));
            press(buyer, buyer.button("Pay $12.00"));

            buyer.sees(buyer.heading("It's yours!"));
        }
    }

    @Test
    void aTicketCanBeBoughtOnAPhone() {
        String title = "Bought by phone";
        suite.createTicket(suite.newUser(), title, "12");
        Browser.NewContextOptions phone = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
        try (BrowserSession buyer = suite.signedUp(phone)) {
            buyer.open("/");
            buyer.link(title).first().tap();
            buyer.button("Buy for $12.00").tap();
            buyer.sees(buyer.heading("Checkout"));
            buyer.button("Pay $12.00").tap();
            buyer.sees(buyer.heading("It's yours!"));
            buyer.button("Menu").tap();
            buyer.link("My orders").first().tap();
            buyer.sees(buyer.heading("My orders"));
        }
    }

    /** Moves the focus to the element with the Tab key and presses Enter. */
    private static void press(BrowserSession session, Locator target) {
        session.sees(target);
        for (int tabs = 0; tabs < 100; tabs++) {
            session.page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                session.page().keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + target);
    }
}
