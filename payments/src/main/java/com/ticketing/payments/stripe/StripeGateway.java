package com.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends requests to Stripe. Each request that changes something carries an idempotency key derived from the order, so
 * repeating it after a failure has no second effect. A higher generation of a key is another key, for a request whose
 * former key repeats an error.
 *
 * <p>Methods throw {@link CardDeclinedException} or {@link RejectedException} if nothing was changed, and
 * {@link UnknownOutcomeException} if that is unknown.
 */
@Component
public class StripeGateway {

    static final String ORDER_ID = "orderId";

    private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
    private static final String ALREADY_REFUNDED = "charge_already_refunded";
    private static final String CHARGE = "latest_charge";

    private final StripeClient stripe;
    private final StripeRetries retries;
    private final Optional<String> publishableKey;
    private final Optional<String> confirmPage;

    StripeGateway(StripeClient stripe, StripeRetries retries, StripeProperties properties) {
        this.stripe = stripe;
        this.retries = retries;
        this.publishableKey = Optional.ofNullable(properties.publishableKey()).filter(key -> !key.isBlank());
        this.confirmPage = Optional.ofNullable(properties.confirmPage()).filter(page -> !page.isBlank());
    }

    public Optional<String> publishableKey() {
        return publishableKey;
    }

    public Optional<String> confirmPage() {
        return confirmPage;
    }

    /** Creates the order's PaymentIntent, unconfirmed: it takes no money until a payment method is confirmed on it. */
    public Intent createIntent(String orderId, int keyGeneration, long amount, String currency) {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency(currency)
                .putMetadata(ORDER_ID, orderId)
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
        RequestOptions options = keyed("order-" + orderId + suffix(keyGeneration));
        return retries.send(() -> Intent.of(stripe.v1().paymentIntents().create(params, options)));
    }

    /** Creates a payment method from a token of Stripe's older script, and returns its id. */
    public String createPaymentMethod(String orderId, int attempt, String token) {
        PaymentMethodCreateParams params = PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.Token.builder()
                        .setToken(token)
                        .build())
                .build();
        RequestOptions options = keyed(attemptKey(orderId, attempt) + "-method");
        return retries.send(
                () -> stripe.v1().paymentMethods().create(params, options).getId());
    }

    /**
     * Charges the payment method. Returns the state of the intent, also if it had already succeeded or been cancelled.
     */
    public Intent confirm(String orderId, int attempt, String intentId, String paymentMethodId) {
        PaymentIntentConfirmParams params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod(paymentMethodId)
                .setUseStripeSdk(true)
                .addExpand(CHARGE)
                .build();
        RequestOptions options = keyed(attemptKey(orderId, attempt));
        return sendOrRetrieve(
                intentId, () -> Intent.of(stripe.v1().paymentIntents().confirm(intentId, params, options)));
    }

    /** Cancels the intent, so that it can never succeed. Returns its state, also if it had already succeeded. */
    public Intent cancel(String intentId) {
        PaymentIntentCancelParams params =
                PaymentIntentCancelParams.builder().addExpand(CHARGE).build();
        return sendOrRetrieve(
                intentId, () -> Intent.of(stripe.v1().paymentIntents().cancel(intentId, params)));
    }

    /** Returns the current state of the intent, with its reversals. */
    public Intent retrieve(String intentId) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        PaymentIntent intent = retries.send(() -> stripe.v1().paymentIntents().retrieve(intentId, params));
        Charge charge = intent.getLatestChargeObject();
        Dispute dispute = Reversals.isDisputed(charge) ? dispute(intentId).orElse(null) : null;
        return Intent.of(intent).with(new Reversals(Reversals.partlyRefunded(charge), dispute));
    }

    /** Returns the lost dispute, or the latest one if none is lost. Stripe lists the latest first. */
    private Optional<Dispute> dispute(String intentId) {
        DisputeListParams params =
                DisputeListParams.builder().setPaymentIntent(intentId).build();
        return retries.send(() -> stripe.v1().disputes().list(params).getData().reversed().stream()
                .map(Dispute::of)
                .reduce(Dispute::apply));
    }

    /**
     * Refunds the whole amount, once.
     *
     * @param attempt counted from 1; a higher one after a refund that failed
     */
    public StripeRefund refund(String orderId, int attempt, int keyGeneration, String intentId) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(intentId)
                .putMetadata(ORDER_ID, orderId)
                .build();
        RequestOptions options =
                keyed("order-" + orderId + "-refund" + (attempt == 1 ? "" : "-" + attempt) + suffix(keyGeneration));
        try {
            String id = retries.send(
                    () -> stripe.v1().refunds().create(params, options).getId());
            // the response to a repeated request shows the refund as it was at first
            return new StripeRefund(id, hasFailed(id));
        } catch (RejectedException e) {
            if (!e.hasCode(ALREADY_REFUNDED)) {
                throw e;
            }
            // refunded in Stripe's dashboard, or by us with an earlier key
            return existingRefund(intentId)
                    .orElseThrow(
                            () -> new UnknownOutcomeException("Stripe lists no refund of a refunded charge", e, 0));
        }
    }

    /** Asks Stripe whether the refund has failed. */
    public boolean hasFailed(String refundId) {
        return retries.send(() -> StripeRefund.of(stripe.v1().refunds().retrieve(refundId)))
                .failed();
    }

    private Optional<StripeRefund> existingRefund(String intentId) {
        RefundListParams params =
                RefundListParams.builder().setPaymentIntent(intentId).build();
        List<StripeRefund> refunds = retries.send(() -> stripe.v1().refunds().list(params).getData().stream()
                .map(StripeRefund::of)
                .toList());
        return refunds.stream().filter(refund -> !refund.failed()).findFirst();
    }

    private Intent sendOrRetrieve(String intentId, StripeRetries.Request<Intent> request) {
        try {
            return retries.send(request);
        } catch (RejectedException e) {
            if (e.hasCode(UNEXPECTED_STATE)) {
                return retrieve(intentId);
            }
            throw e;
        }
    }

    private static String suffix(int keyGeneration) {
        return keyGeneration == 0 ? "" : "-key-" + (keyGeneration + 1);
    }

    private static String attemptKey(String orderId, int attempt) {
        return "order-" + orderId + "-attempt-" + attempt;
    }

    private static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
