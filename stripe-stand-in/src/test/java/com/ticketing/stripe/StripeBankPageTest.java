package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank's page for 3-D Secure authentication, as a browser uses it. */
class StripeBankPageTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);
    private final Api browser = new Api(stripe.baseUrl());

    @Test
    void showsTheAmountBeforeItCharges() throws StripeException {
        ApiResponse page = open(pendingIntent()).expect(200);

        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text()).contains("lang=\"en\"", "19.99 USD", "Confirm payment");
        assertThat(stripe.charges()).isEmpty();
    }

    /** Stripe counts Icelandic krónur in hundredths, which ISO 4217 does not have. */
    @Test
    void showsAnAmountInStripesSmallestUnit() throws StripeException {
        PaymentIntent pending = pendingIntent(intent(199_900).setCurrency("isk"));

        assertThat(open(pending).expect(200).text()).contains("Amount: 1999.00 ISK.");
    }

    @Test
    void chargesAndRedirectsBack() throws StripeException {
        PaymentIntent pending = pendingIntent();

        ApiResponse back = decide(pending, "pass").expect(303);

        assertThat(back.header("Location"))
                .contains("/orders/1?payment_intent=" + pending.getId() + "&redirect_status=succeeded");
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void doesNotChargeAfterARejection() throws StripeException {
        ApiResponse back = decide(pendingIntent(), "fail").expect(303);

        assertThat(back.header("Location").orElseThrow()).endsWith("&redirect_status=failed");
        assertThat(stripe.charges()).isEmpty();
    }

    @Test
    void redirectsAtOnceAfterTheFirstDecision() throws StripeException {
        PaymentIntent pending = pendingIntent();
        decide(pending, "pass").expect(303);

        assertThat(open(pending).expect(303).header("Location").orElseThrow()).endsWith("succeeded");
        assertThat(decide(pending, "fail").expect(303).header("Location").orElseThrow())
                .endsWith("succeeded");

        assertThat(stripe.charges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.test/", "//elsewhere.test/", "/%5Celsewhere.test", "/a%0D%0Ab", "orders/1", ""
            })
    void rejectsAReturnUrlOnAnotherHost(String returnUrl) throws StripeException {
        ApiResponse rejected = browser.get(address(pendingIntent(), returnUrl)).expect(400);

        assertThat(rejected.header("Location")).isEmpty();
    }

    @Test
    void rejectsAnUnknownClientSecret() {
        ApiResponse rejected = browser.get("/_stand-in/bank?return_url=/&client_secret=%3Cb%3E");

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.text()).contains("<h1>").doesNotContain("<b>");
    }

    @Test
    void escapesParametersInThePage() throws StripeException {
        String page = browser.get(address(pendingIntent(), "/%22%3E%3Cscript%3E"))
                .expect(200)
                .text();

        assertThat(page).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>");
    }

    private PaymentIntent pendingIntent() throws StripeException {
        return pendingIntent(intent(1999));
    }

    private PaymentIntent pendingIntent(PaymentIntentCreateParams.Builder params) throws StripeException {
        String id = client.v1().paymentIntents().create(params.build()).getId();
        return StripeClients.confirm(client, id, "pm_card_threeDSecure2Required");
    }

    private ApiResponse open(PaymentIntent pending) {
        return browser.get(address(pending, "/orders/1"));
    }

    private ApiResponse decide(PaymentIntent pending, String result) {
        String form = "return_url=/orders/1&result=" + result + "&client_secret=" + pending.getClientSecret();
        return browser.sendText("POST", "/_stand-in/bank", "application/x-www-form-urlencoded", form);
    }

    private static String address(PaymentIntent pending, String returnUrl) {
        return "/_stand-in/bank?client_secret=" + pending.getClientSecret() + "&return_url=" + returnUrl;
    }
}
