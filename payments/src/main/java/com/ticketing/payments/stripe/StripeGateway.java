package com.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;
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
 * What is asked of Stripe. Every request that changes something carries an idempotency key derived from the order, so
 * asking again after a failure does not do it again.
 *
 * <p>Throws {@link CardDeclinedException} and {@link RefusedException} when nothing has happened, and
 * {@link UnknownOutcomeException} when that cannot be known.
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

    StripeGateway(StripeClient stripe, StripeProperties properties) {
        this.stripe = stripe;
        this.retries = new StripeRetries(properties.patience());
        this.publishableKey = Optional.ofNullable(properties.publishableKey()).filter(key -> !key.isBlank());
        this.confirmPage = Optional.ofNullable(properties.confirmPage()).filter(page -> !page.isBlank());
    }

    public Optional<String> publishableKey() {
        return publishableKey;
    }

    public Optional<String> confirmPage() {
        return confirmPage;
    }

    /** The order's PaymentIntent, unconfirmed: it takes no money until a payment method is confirmed on it. */
    public Intent createIntent(String orderId, long amount, String currency) {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency(currency)
                .putMetadata(ORDER_ID, orderId)
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
        RequestOptions options = keyed("order-" + orderId);
        return retries.call(() -> Intent.of(stripe.v1().paymentIntents().create(params, options)));
    }

    /** The payment method that a token of Stripe's older script stands for. */
    public String createPaymentMethod(String orderId, int attempt, String token) {
        PaymentMethodCreateParams params = PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.Token.builder()
                        .setToken(token)
                        .build())
                .build();
        RequestOptions options = keyed(attemptKey(orderId, attempt) + "-method");
        return retries.call(
                () -> stripe.v1().paymentMethods().create(params, options).getId());
    }

    /** Charges the payment method. An intent that was settled already is answered as it is. */
    public Intent confirm(String orderId, int attempt, String intentId, String paymentMethodId) {
        PaymentIntentConfirmParams params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod(paymentMethodId)
                .setUseStripeSdk(true)
                .addExpand(CHARGE)
                .build();
        RequestOptions options = keyed(attemptKey(orderId, attempt));
        return orAsItIs(intentId, () -> Intent.of(stripe.v1().paymentIntents().confirm(intentId, params, options)));
    }

    /** Makes sure that the intent can never succeed, unless it has already. */
    public Intent cancel(String intentId) {
        PaymentIntentCancelParams params =
                PaymentIntentCancelParams.builder().addExpand(CHARGE).build();
        return orAsItIs(intentId, () -> Intent.of(stripe.v1().paymentIntents().cancel(intentId, params)));
    }

    public Intent retrieve(String intentId) {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand(CHARGE).build();
        return retries.call(() -> Intent.of(stripe.v1().paymentIntents().retrieve(intentId, params)));
    }

    /**
     * Gives all of the money back, once.
     *
     * @param attempt counted from 1; a further one after a refund that failed
     */
    public MadeRefund refund(String orderId, int attempt, String intentId) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(intentId)
                .putMetadata(ORDER_ID, orderId)
                .build();
        RequestOptions options = keyed("order-" + orderId + "-refund" + (attempt == 1 ? "" : "-" + attempt));
        try {
            String id = retries.call(
                    () -> stripe.v1().refunds().create(params, options).getId());
            // What is answered to a request that was made before is how it was then.
            return new MadeRefund(id, hasFailed(id));
        } catch (RefusedException e) {
            if (!e.hasCode(ALREADY_REFUNDED)) {
                throw e;
            }
            // by hand, or by ourselves so long ago that Stripe has forgotten the key
            return existingRefund(intentId).orElseThrow(() -> e);
        }
    }

    /** Whether a refund that was made has failed since. */
    public boolean hasFailed(String refundId) {
        return retries.call(() -> MadeRefund.of(stripe.v1().refunds().retrieve(refundId)))
                .failed();
    }

    private Optional<MadeRefund> existingRefund(String intentId) {
        RefundListParams params =
                RefundListParams.builder().setPaymentIntent(intentId).build();
        List<MadeRefund> refunds = retries.call(() -> stripe.v1().refunds().list(params).getData().stream()
                .map(MadeRefund::of)
                .toList());
        return refunds.stream().filter(refund -> !refund.failed()).findFirst();
    }

    private Intent orAsItIs(String intentId, StripeRetries.Call<Intent> call) {
        try {
            return retries.call(call);
        } catch (RefusedException e) {
            if (e.hasCode(UNEXPECTED_STATE)) {
                return retrieve(intentId);
            }
            throw e;
        }
    }

    private static String attemptKey(String orderId, int attempt) {
        return "order-" + orderId + "-attempt-" + attempt;
    }

    private static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
