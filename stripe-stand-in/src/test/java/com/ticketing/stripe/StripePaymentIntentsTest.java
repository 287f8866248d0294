package com.ticketing.stripe;

import static com.ticketing.stripe.StripeClients.confirm;
import static com.ticketing.stripe.StripeClients.intent;
import static com.ticketing.stripe.StripeClients.methodOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.ticketing.stripe.StripeStandIn.Charge;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripePaymentIntentsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @AutoClose
    private final StripeStandIn stripe = StripeStandIn.start(Clock.fixed(NOW, ZoneOffset.UTC));

    private final StripeClient client = StripeClients.of(stripe);

    @ParameterizedTest
    @CsvSource({
        "tok_visa, visa, 4242",
        "tok_mastercard, mastercard, 4444",
        "tok_amex, amex, 0005",
    })
    void chargesTheCardWhenConfirmed(String token, String brand, String lastFour) throws StripeException {
        PaymentIntent created = client.v1().paymentIntents().create(intent(1999).build());
        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        assertThat(created.getMetadata()).containsEntry("orderId", "o1");
        assertThat(created.getClientSecret()).startsWith(created.getId() + "_secret");
        assertThat(stripe.charges()).isEmpty();

        PaymentIntent confirmed = confirm(client, created.getId(), methodOf(client, token));

        assertThat(confirmed.getStatus()).isEqualTo("succeeded");
        assertThat(confirmed.getAmountReceived()).isEqualTo(1999);
        assertThat(stripe.charges())
                .containsExactly(
                        new Charge(confirmed.getLatestCharge(), created.getId(), 1999, "usd", "succeeded", false));
        var card = expanded(created.getId())
                .getLatestChargeObject()
                .getPaymentMethodDetails()
                .getCard();
        assertThat(card.getBrand()).isEqualTo(brand);
        assertThat(card.getLast4()).isEqualTo(lastFour);
    }

    @Test
    void createsAndConfirmsInOneRequest() throws StripeException {
        PaymentIntent created = client.v1()
                .paymentIntents()
                .create(intent(500)
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .addExpand("latest_charge")
                        .build());

        assertThat(created.getStatus()).isEqualTo("succeeded");
        assertThat(created.getLatestChargeObject().getPaid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tok_chargeDeclined, card_declined, generic_decline, Your card was declined.",
        "tok_visa_chargeDeclined, card_declined, generic_decline, Your card was declined.",
        "tok_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds, Your card has insufficient funds.",
        "tok_chargeDeclinedExpiredCard, expired_card, , Your card has expired.",
        "tok_chargeDeclinedIncorrectCvc, incorrect_cvc, , Your card's security code is incorrect.",
        "tok_chargeDeclinedProcessingError, processing_error, , An error occurred while processing your card. Try again in a little bit.",
    })
    void declinesACardAndAcceptsAnother(String token, String code, String declineCode, String message)
            throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        String bad = methodOf(client, token);

        CardException declined = catchThrowableOfType(CardException.class, () -> confirm(client, id, bad));

        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo(code);
        assertThat(declined.getDeclineCode()).isEqualTo(declineCode);
        assertThat(declined.getStripeError().getMessage()).isEqualTo(message);
        assertThat(declined.getStripeError().getPaymentIntent().getId()).isEqualTo(id);
        PaymentIntent after = expanded(id);
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getLastPaymentError().getCode()).isEqualTo(code);
        assertThat(after.getLatestChargeObject().getStatus()).isEqualTo("failed");
        assertThat(stripe.charges()).isEmpty();
        assertThat(stripe.declines()).hasSize(1);

        assertThat(confirm(client, id, "pm_card_visa").getStatus()).isEqualTo("succeeded");
        assertThat(expanded(id).getLastPaymentError()).isNull();
    }

    @Test
    void rejectsConfirmingOrCancellingASucceededIntent() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        confirm(client, id, "pm_card_visa");

        InvalidRequestException again =
                catchThrowableOfType(InvalidRequestException.class, () -> confirm(client, id, "pm_card_visa"));

        assertThat(again.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(again.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> client.v1().paymentIntents().cancel(id))
                        .getCode())
                .isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.charges()).hasSize(1);
    }

    @Test
    void rejectsConfirmingACancelledIntent() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();

        assertThat(client.v1().paymentIntents().cancel(id).getStatus()).isEqualTo("canceled");

        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> confirm(client, id, "pm_card_visa"))
                        .getCode())
                .isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.paymentIntents()).singleElement().satisfies(intent -> {
            assertThat(intent.status()).isEqualTo("canceled");
            assertThat(intent.metadata()).containsEntry("orderId", "o1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_authenticationRequired", "pm_card_threeDSecure2Required"})
    void requiresAuthenticationBeforeItCharges(String method) throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();

        PaymentIntent pending = confirm(client, id, method);
        assertThat(pending.getStatus()).isEqualTo("requires_action");
        assertThat(pending.getNextAction().getType()).isEqualTo("use_stripe_sdk");
        assertThat(stripe.charges()).isEmpty();

        authenticate(id, "client_secret=" + pending.getClientSecret()).expect(200);
        assertThat(expanded(id).getStatus()).isEqualTo("succeeded");
        assertThat(stripe.charges()).hasSize(1);
        authenticate(id, "client_secret=" + pending.getClientSecret()).expect(400);
    }

    @Test
    void failsThePaymentIfAuthenticationFails() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        String secret = confirm(client, id, "pm_card_threeDSecure2Required").getClientSecret();

        authenticate(id, "client_secret=wrong").expect(400);
        authenticate(id, "").expect(400);
        authenticate(id, "result=fail&client_secret=" + secret).expect(200);

        PaymentIntent after = expanded(id);
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void canDeclineAfterAuthentication() throws StripeException {
        String id = client.v1().paymentIntents().create(intent(1999).build()).getId();
        PaymentIntent pending = confirm(client, id, "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");

        authenticate(id, "client_secret=" + pending.getClientSecret()).expect(200);

        assertThat(expanded(id).getLastPaymentError().getDeclineCode()).isEqualTo("insufficient_funds");
    }

    @Test
    void requiresAReturnUrlForRedirectBasedPaymentMethods() throws StripeException {
        PaymentIntentCreateParams open = PaymentIntentCreateParams.builder()
                .setAmount(1999L)
                .setCurrency("usd")
                .build();
        String id = client.v1().paymentIntents().create(open).getId();

        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> confirm(client, id, "pm_card_visa"))
                        .getMessage())
                .contains("return_url");
    }

    @ParameterizedTest
    @CsvSource({"49, amount_too_small", "0, parameter_invalid_integer", "100000000, amount_too_large"})
    void rejectsAmountsOutsideStripesLimits(long amount, String code) {
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> client.v1()
                                        .paymentIntents()
                                        .create(intent(amount).build()))
                        .getCode())
                .isEqualTo(code);
        assertThat(stripe.paymentIntents()).isEmpty();
    }

    @Test
    void rejectsUnknownCardsAndIntents() {
        assertThat(missing(() -> methodOf(client, "tok_unknown"))).isEqualTo(400);
        assertThat(missing(() -> client.v1().paymentMethods().retrieve("pm_unknown")))
                .isEqualTo(404);
        assertThat(missing(() -> client.v1().paymentIntents().retrieve("pi_unknown")))
                .isEqualTo(404);
        assertThat(missing(() -> client.v1()
                        .paymentIntents()
                        .create(intent(1999).setPaymentMethod("pm_unknown").build())))
                .isEqualTo(400);
    }

    @Test
    void listsIntentsInPagesNewestFirst() throws StripeException {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            created.addFirst(
                    client.v1().paymentIntents().create(intent(1999).build()).getId());
        }

        List<String> listed = new ArrayList<>();
        client.v1()
                .paymentIntents()
                .list(createdBetween(NOW.getEpochSecond(), NOW.getEpochSecond()))
                .autoPagingIterable()
                .forEach(intent -> listed.add(intent.getId()));

        assertThat(listed).isEqualTo(created);
        assertThat(stripe.requests())
                .filteredOn(request -> request.method().equals("GET"))
                .hasSize(3);
        assertThat(client.v1()
                        .paymentIntents()
                        .list(createdBetween(NOW.getEpochSecond() + 1, NOW.getEpochSecond() + 2))
                        .getData())
                .isEmpty();
    }

    private static PaymentIntentListParams createdBetween(long from, long to) {
        return PaymentIntentListParams.builder()
                .setLimit(10L)
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from)
                        .setLte(to)
                        .build())
                .build();
    }

    private PaymentIntent expanded(String id) throws StripeException {
        return client.v1()
                .paymentIntents()
                .retrieve(
                        id,
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
    }

    private ApiResponse authenticate(String id, String form) {
        return new Api(stripe.baseUrl())
                .sendText(
                        "POST",
                        "/_stand-in/payment_intents/" + id + "/authenticate",
                        "application/x-www-form-urlencoded",
                        form);
    }

    private static int missing(ThrowingCallable call) {
        InvalidRequestException rejected = catchThrowableOfType(InvalidRequestException.class, call);
        assertThat(rejected.getCode()).isEqualTo("resource_missing");
        return rejected.getStatusCode();
    }
}
