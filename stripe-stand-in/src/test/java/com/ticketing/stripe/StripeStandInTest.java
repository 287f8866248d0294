package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.intent;
import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCreateParams;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StripeStandInTest {

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start();

    private final StripeClient client = StripeClients.of(stripe);
    private final Api api = new Api(stripe.baseUrl());

    @Test
    void requiresASecretKey() {
        assertThat(api.get("/v1/payment_intents").status()).isEqualTo(401);
        assertThat(api.with("Authorization", "Bearer pk_test_x")
                        .get("/v1/payment_intents")
                        .status())
                .isEqualTo(401);
        api.with("Authorization", "Bearer sk_test_x").get("/v1/payment_intents").expect(200);
        String basic = Base64.getEncoder().encodeToString("sk_test_x:".getBytes(UTF_8));
        api.with("Authorization", "Basic " + basic).get("/v1/payment_intents").expect(200);
    }

    @Test
    void namesUnknownRoutesAndParameters() {
        Api signedIn = api.with("Authorization", "Bearer sk_test_x");

        ApiResponse route = signedIn.get("/v1/unknown").expect(404);
        ApiResponse parameter = signedIn.get("/v1/payment_intents?colour=blue").expect(400);

        assertThat(route.json().at("/error/message").asString()).contains("GET: /v1/unknown");
        assertThat(parameter.json().at("/error/code").asString()).isEqualTo("parameter_unknown");
    }

    @Test
    void rejectsTheConfiguredNumberOfRequests() throws StripeException {
        stripe.inject(Fault.status(500).times(2));
        stripe.inject(Fault.status(429));

        assertThat(catchThrowableOfType(ApiException.class, this::pay).getStatusCode())
                .isEqualTo(500);
        assertThat(catchThrowableOfType(ApiException.class, this::pay).getStatusCode())
                .isEqualTo(500);
        assertThat(catchThrowableOfType(RateLimitException.class, this::pay)).isNotNull();
        assertThat(stripe.charges()).isEmpty();
        pay();

        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void rejectsOnlyRequestsToTheConfiguredPath() throws StripeException {
        stripe.inject(Fault.status(500).on("/confirm"));

        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();

        assertThat(catchThrowableOfType(ApiException.class, () -> StripeClients.confirm(client, id, "pm_card_visa")))
                .isNotNull();
        assertThat(StripeClients.confirm(client, id, "pm_card_visa").getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void chargesAndClosesTheConnectionForALostResponse() {
        stripe.inject(Fault.answerLost().times(2));

        assertThat(catchThrowableOfType(ApiConnectionException.class, this::pay))
                .isNotNull();

        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void chargesAndRespondsAfterTheClientTimedOut() {
        stripe.inject(Fault.answerLate(Duration.ofSeconds(60)));
        StripeClient impatient = StripeClient.builder()
                .setApiKey("sk_test_x")
                .setApiBase(stripe.baseUrl())
                .setReadTimeout(200)
                .setMaxNetworkRetries(0)
                .build();

        assertThat(catchThrowableOfType(
                        ApiConnectionException.class,
                        () -> impatient.v1().paymentIntents().create(payment())))
                .isNotNull();

        eventually(() -> assertThat(stripe.charges()).hasSize(1));
    }

    @Test
    void doesNotChargeForALostRequest() {
        stripe.inject(Fault.requestLost().times(2));

        assertThat(catchThrowableOfType(ApiConnectionException.class, this::pay))
                .isNotNull();

        assertThat(stripe.charges()).isEmpty();
    }

    @Test
    void chargesForALateRequestAfterTheClientTimedOut() {
        stripe.inject(Fault.requestLate(Duration.ofMinutes(1)));
        StripeClient impatient = StripeClient.builder()
                .setApiKey("sk_test_x")
                .setApiBase(stripe.baseUrl())
                .setReadTimeout(200)
                .setMaxNetworkRetries(0)
                .build();

        assertThat(catchThrowableOfType(
                        ApiConnectionException.class,
                        () -> impatient.v1().paymentIntents().create(payment())))
                .isNotNull();
        assertThat(stripe.charges()).isEmpty();

        stripe.clearFaults();

        eventually(() -> assertThat(stripe.charges()).hasSize(1));
    }

    @Test
    void rejectsOnlyTheConfiguredIdempotencyKey() throws StripeException {
        stripe.inject(Fault.status(500).under("one-1"));

        pay();

        assertThat(catchThrowableOfType(ApiException.class, this::pay)).isNotNull();
    }

    @Test
    void acceptsFaultsOverHttpWithASecretKey() throws StripeException {
        String form = "kind=rejected&status=429&times=2";
        control(api, "POST", form).expect(401);
        Api tester = api.with("Authorization", "Bearer sk_test_x");
        control(tester, "POST", "kind=unknown").expect(400);
        control(tester, "POST", form).expect(200);

        assertThat(catchThrowableOfType(RateLimitException.class, this::pay)).isNotNull();
        control(tester, "DELETE", "").expect(200);
        pay();

        assertThat(stripe.charges()).hasSize(1);
    }

    private static ApiResponse control(Api tester, String method, String form) {
        return tester.sendText(method, "/_control/faults", "application/x-www-form-urlencoded", form);
    }

    private void pay() throws StripeException {
        client.v1()
                .paymentIntents()
                .create(payment(), StripeClients.key("one-" + stripe.requests().size()));
    }

    private static PaymentIntentCreateParams payment() {
        return intent(1999).setPaymentMethod("pm_card_visa").setConfirm(true).build();
    }
}
