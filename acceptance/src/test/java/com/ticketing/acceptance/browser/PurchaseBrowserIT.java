package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
        String word = BrowserSuite.newWord();
        String title = "Bought by keyboard " + word;
        suite.createTicket(suite.newUser(), title, "12");
        try (BrowserSession buyer = suite.signedUp()) {
            buyer.open("/?q=" + word).sees(buyer.link(title).first());
            press(buyer, buyer.link(title).first());
            press(buyer, buyer.button("Buy for $12.00"));
            buyer.sees(buyer.heading("Checkout"));
            press(buyer, buyer.button("Pay $12.00"));

            buyer.sees(buyer.heading("It's yours!"));
        }
    }

    @Test
    void aTicketCanBeBoughtOnAPhone() {
        String word = BrowserSuite.newWord();
        String title = "Bought by phone " + word;
        suite.createTicket(suite.newUser(), title, "12");
        Browser.NewContextOptions phone = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
        try (BrowserSession buyer = suite.signedUp(phone)) {
            buyer.open("/?q=" + word);
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

    @Test
    void theBuyerGetsTheCodeThatTheSellerGives() {
        try (BrowserSession seller = suite.signedUp();
                BrowserSession buyer = suite.signedUp()) {
            String ticket = suite.createTicket(seller.api(), "With a code", "12");
            buyer.buys(ticket, "$12.00");
            buyer.button("Pay $12.00").click();
            buyer.sees(buyer.heading("It's yours!"));
            buyer.sees(buyer.page().getByText("Waiting for the seller"));
            buyer.sees(buyer.page().getByLabel("QR code of your pass"));

            seller.open("/tickets/" + ticket);
            seller.sees(seller.page().getByText("Delivery missing").first());
            seller.page().getByLabel("Entry code").last().fill("DOOR-4711");
            seller.button("Save delivery").click();

            buyer.sees(buyer.page().getByText("DOOR-4711"));
        }
    }

    @Test
    void aReceiptPrintsDarkOnWhiteInTheDarkTheme() {
        String ticket = suite.createTicket(
                suite.newUser(),
                Map.of(
                        "title", "Folk night",
                        "price", 15,
                        "startsAt", "2035-06-12T17:30:00Z",
                        "timeZone", "Europe/Vienna",
                        "seat", "Row 3"));
        try (BrowserSession buyer = suite.signedUp(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
            buyer.buys(ticket, "$15.00");
            buyer.button("Pay $15.00").click();
            buyer.sees(buyer.heading("It's yours!"));
            Download calendar = buyer.page()
                    .waitForDownload(() -> buyer.button("Add to calendar").click());
            assertThat(calendar.suggestedFilename()).matches("ticket-[0-9a-f]{24}\\.ics");
            buyer.link("View receipt").click();
            buyer.sees(buyer.page().getByText("Visa ···· 4242"));
            assertThat(buyer.page().locator("dd").filter(new Locator.FilterOptions().setHasText("Row 3")))
                    .isVisible();
            assertThat(buyer.page().locator("h1")).hasCSS("color", "rgb(236, 238, 242)");

            buyer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertPrinted(buyer);
            buyer.page().evaluate("document.documentElement.dataset.theme = 'dark'");
            assertPrinted(buyer);
            assertThat(buyer.page().pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void assertPrinted(BrowserSession session) {
        String ink = "rgb(23, 24, 28)";
        assertThat(session.page().locator("h1")).hasCSS("color", ink);
        assertThat(session.page().locator("dd").first()).hasCSS("color", ink);
        assertThat(session.page().locator("dt").first()).hasCSS("color", "rgb(81, 84, 93)");
        assertThat(session.page().locator("dl").first()).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(session.page().locator("body")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
        assertThat(session.button("Print or save as PDF")).isHidden();
        assertThat(session.page().getByRole(AriaRole.BANNER)).isHidden();
        assertThat(session.page().getByRole(AriaRole.CONTENTINFO)).isHidden();
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
