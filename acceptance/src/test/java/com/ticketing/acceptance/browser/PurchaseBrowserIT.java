package com.ticketing.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Buying, with and without obstacles. */
@BrowserTest
class PurchaseBrowserIT {

    private final Stage stage;

    PurchaseBrowserIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void ofTwoWhoWantOneTicketOneWinsAndTheOtherSeesIt() {
        String ticket = stage.listed(stage.person(), "Wanted by two", "30");
        try (Visitor one = stage.signedUp();
                Visitor other = stage.signedUp()) {
            List<Visitor> both = List.of(one, other);
            both.forEach(visitor -> visitor.at("/tickets/" + ticket).sees(visitor.button("Buy for $30.00")));
            // both pages click by their own clocks, so that neither waits for the other
            String inASecond = "button => { setTimeout(() => button.click(), 1000 - Date.now() % 1000); }";
            both.forEach(visitor -> visitor.button("Buy for $30.00").evaluate(inASecond));

            both.forEach(visitor -> visitor.sees(visitor.heading("Checkout")
                    .or(visitor.page().getByRole(AriaRole.STATUS).getByText("Taken"))
                    .first()));
            List<Visitor> winners = both.stream()
                    .filter(visitor -> visitor.heading("Checkout").isVisible())
                    .toList();
            assertThat(winners).hasSize(1);
            Visitor loser = winners.getFirst() == one ? other : one;
            loser.sees(loser.page().getByText("Somebody holds this ticket or has bought it."));
            assertThat(loser.page()).hasURL(Pattern.compile("/tickets/" + ticket + "$"));
        }
    }

    @Test
    void aHoldEndsOnTheScreen() {
        String ticket = stage.listed(stage.person(), "Held for too long", "30");
        try (Visitor buyer = stage.signedUp()) {
            buyer.buys(ticket, "$30.00");
            buyer.sees(buyer.page().getByRole(AriaRole.TIMER));

            assertThat(buyer.heading("Your hold has ended"))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout((double) Stage.HOLD.plus(Stage.SOON).toMillis()));
            buyer.link("Look whether it is still there").click();
            buyer.sees(buyer.button("Buy for $30.00"));
        }
    }

    @Test
    void aDeclinedCardIsNotTheEnd() {
        String ticket = stage.listed(stage.person(), "Declined, then paid", "19.99");
        try (Visitor buyer = stage.signedUp()) {
            buyer.buys(ticket, "$19.99");
            buyer.paysWith("tok_chargeDeclined", "$19.99");
            assertThat(buyer.alert()).containsText("Your card was declined and nothing was charged");

            buyer.paysWith("tok_visa", "$19.99");
            buyer.sees(buyer.heading("It is yours"));
        }
    }

    @Test
    void theBankMayWantToHearFromTheBuyer() {
        String ticket = stage.listed(stage.person(), "The bank asks", "19.99");
        try (Visitor buyer = stage.signedUp()) {
            buyer.buys(ticket, "$19.99");
            buyer.paysWith("tok_threeDSecure2Required", "$19.99");
            buyer.link("Continue at the bank").click();
            buyer.button("Confirm payment").click();

            buyer.sees(buyer.heading("It is yours"));
        }
    }

    @Test
    void theKeyboardIsEnough() {
        String title = "Bought by keyboard";
        stage.listed(stage.person(), title, "12");
        try (Visitor buyer = stage.signedUp()) {
            buyer.at("/").sees(buyer.link(title).first());
            press(buyer, buyer.link(title).first());
            press(buyer, buyer.button("Buy for $12.00"));
            buyer.sees(buyer.heading("Checkout"));
            press(buyer, buyer.button("Pay $12.00"));

            buyer.sees(buyer.heading("It is yours"));
        }
    }

    @Test
    void aPhoneIsEnough() {
        String title = "Bought by phone";
        stage.listed(stage.person(), title, "12");
        Browser.NewContextOptions phone = new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
        try (Visitor buyer = stage.signedUp(phone)) {
            buyer.at("/");
            buyer.link(title).first().tap();
            buyer.button("Buy for $12.00").tap();
            buyer.sees(buyer.heading("Checkout"));
            buyer.button("Pay $12.00").tap();
            buyer.sees(buyer.heading("It is yours"));
            buyer.button("Menu").tap();
            buyer.link("My orders").first().tap();
            buyer.sees(buyer.heading("My orders"));
        }
    }

    /** Tabs to the element from wherever the focus is, and presses Enter. */
    private static void press(Visitor visitor, Locator target) {
        visitor.sees(target);
        for (int tabs = 0; tabs < 100; tabs++) {
            visitor.page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                visitor.page().keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + target);
    }
}
