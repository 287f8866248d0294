package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which the person says that it is them, as a browser meets it. */
class StripeBankPageTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);
    private final Api browser = new Api(stripe.baseUrl());

    @Test
    void asksBeforeItTakesTheMoney() throws StripeException {
        ApiResponse page = open(waiting()).expect(200);

        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text()).contains("lang=\"en\"", "19.99 USD", "Yes, it is me");
        assertThat(stripe.charges()).isEmpty();
    }

    @Test
    void chargesAndSendsThePersonBack() throws StripeException {
        PaymentIntent waiting = waiting();

        ApiResponse back = answer(waiting, "pass").expect(303);

        assertThat(back.header("Location"))
                .contains("/orders/1?payment_intent=" + waiting.getId() + "&redirect_status=succeeded");
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void takesNothingFromWhoSaysNo() throws StripeException {
        ApiResponse back = answer(waiting(), "fail").expect(303);

        assertThat(back.header("Location").orElseThrow()).endsWith("&redirect_status=failed");
        assertThat(stripe.charges()).isEmpty();
    }

    @Test
    void asksOnlyOnce() throws StripeException {
        PaymentIntent waiting = waiting();
        answer(waiting, "pass").expect(303);

        assertThat(open(waiting).expect(303).header("Location").orElseThrow()).endsWith("succeeded");
        assertThat(answer(waiting, "fail").expect(303).header("Location").orElseThrow())
                .endsWith("succeeded");

        assertThat(stripe.charges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.test/", "//elsewhere.test/", "/%5Celsewhere.test", "/a%0D%0Ab", "orders/1", ""
            })
    void sendsNobodyElsewhere(String returnUrl) throws StripeException {
        ApiResponse refused = browser.get(address(waiting(), returnUrl)).expect(400);

        assertThat(refused.header("Location")).isEmpty();
    }

    @Test
    void knowsNoOtherSecret() {
        ApiResponse refused = browser.get("/_stand-in/bank?return_url=/&client_secret=%3Cb%3E");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("<h1>").doesNotContain("<b>");
    }

    @Test
    void writesNothingIntoThePageThatWasNotMeantAsText() throws StripeException {
        String page = browser.get(address(waiting(), "/%22%3E%3Cscript%3E"))
                .expect(200)
                .text();

        assertThat(page).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>");
    }

    private PaymentIntent waiting() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        return StripeClients.confirm(client, id, "pm_card_threeDSecure2Required");
    }

    private ApiResponse open(PaymentIntent waiting) {
        return browser.get(address(waiting, "/orders/1"));
    }

    private ApiResponse answer(PaymentIntent waiting, String result) {
        String form = "return_url=/orders/1&result=" + result + "&client_secret=" + waiting.getClientSecret();
        return browser.sendText("POST", "/_stand-in/bank", "application/x-www-form-urlencoded", form);
    }

    private static String address(PaymentIntent waiting, String returnUrl) {
        return "/_stand-in/bank?client_secret=" + waiting.getClientSecret() + "&return_url=" + returnUrl;
    }
}
