package com.ticketing.payments.charge;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.charge.Checkout.Result;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.stripe.Decline;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Service;

/**
 * Pays for orders. Only one concurrent request per order attempts the payment; the others wait for its outcome. They
 * poll the stored payment, because the attempt may run in another process and may outlive it, and because not every
 * supported database has change streams.
 */
@Service
class PaymentService {

    private static final Duration FIRST_POLL = Duration.ofMillis(25);
    private static final Duration LONGEST_POLL = Duration.ofMillis(400);

    private final PaymentAdmission admission;
    private final Checkout checkout;
    private final RepeatedRequests repeated;
    private final RetryTemplate whileAttemptIsRunning;

    PaymentService(
            PaymentAdmission admission, Checkout checkout, RepeatedRequests repeated, PaymentProperties properties) {
        this.admission = admission;
        this.checkout = checkout;
        this.repeated = repeated;
        this.whileAttemptIsRunning = new RetryTemplate(RetryPolicy.builder()
                .includes(AttemptRunningException.class)
                .delay(FIRST_POLL)
                .multiplier(2)
                .maxDelay(LONGEST_POLL)
                // a timeout of zero would not limit the polls
                .maxRetries(properties.patience().isZero() ? 0 : Long.MAX_VALUE)
                .timeout(properties.patience())
                .build());
    }

    /**
     * Pays for the order, or returns the outcome of the attempt that already did. A request that is repeated with the
     * same key starts no further attempt, even if the card was declined.
     *
     * @throws ApiException if the order cannot be paid or the card was declined
     */
    PaymentResult pay(String buyerId, String orderId, String source, @Nullable String idempotencyKey) {
        RequestId request = repeated.identify("pay", buyerId, idempotencyKey, List.of(orderId, source));
        AtomicInteger awaited = new AtomicInteger();
        try {
            return whileAttemptIsRunning.invoke(() -> payOnce(buyerId, orderId, source, request, awaited));
        } catch (AttemptRunningException e) {
            return new PaymentResult.Undecided(e.paymentId());
        }
    }

    private PaymentResult payOnce(
            String buyerId, String orderId, String source, RequestId request, AtomicInteger awaited) {
        return switch (admission.admit(buyerId, orderId, source, request, awaited.get())) {
            case Admission.Started started -> result(checkout.run(started.payment()));
            case Admission.Answered answered -> result(checkout.resume(answered.payment()));
            case Admission.AttemptRunning other -> {
                Charge charge = other.payment().charged();
                awaited.set(charge.attempt());
                throw new AttemptRunningException(charge.paymentId());
            }
        };
    }

    private static PaymentResult result(Result result) {
        Charge charge = result.payment().charged();
        PaymentAdmission.rejectEnded(result.payment().order());
        return switch (charge.status()) {
            case SUCCEEDED -> new PaymentResult.Paid(charge.paymentId());
            case ACTION_REQUIRED -> new PaymentResult.ActionRequired(charge.paymentId(), result.clientSecret());
            case REQUESTED, PROCESSING, UNKNOWN -> new PaymentResult.Undecided(charge.paymentId());
            case DECLINED -> throw declined(charge);
            case CANCELLED -> throw new ApiException(PaymentError.ORDER_CANCELLED);
            case REFUNDED -> throw new ApiException(PaymentError.ORDER_REFUNDED);
        };
    }

    private static ApiException declined(Charge charge) {
        Decline decline = Objects.requireNonNullElseGet(
                charge.lastDecline(), () -> Decline.of(PaymentError.PAYMENT_NOT_COMPLETED));
        return new ApiException(decline.code()).withMessage(decline.message());
    }
}
