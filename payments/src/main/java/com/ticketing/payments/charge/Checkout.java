package com.ticketing.payments.charge;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.CardDeclinedException;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.RejectedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Runs an admitted attempt at Stripe. The order is charged at most once, however long a step is delayed. */
@Component
class Checkout {

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);

    /**
     * How often Stripe is asked per hour about the payments of one buyer that wait for the bank. It is as often as two
     * pages do that poll every two seconds for the whole hour, and far less than Stripe allows for all buyers.
     */
    private static final int RETRIEVALS_PER_HOUR = 3_600;

    private final StripeGateway stripe;
    private final PaymentIntents intents;
    private final ChargeOutcomes outcomes;
    private final HourlyQuotas quotas;

    Checkout(StripeGateway stripe, PaymentIntents intents, ChargeOutcomes outcomes, HourlyQuotas quotas) {
        this.stripe = stripe;
        this.intents = intents;
        this.outcomes = outcomes;
        this.quotas = quotas;
    }

    /**
     * The payment after an attempt.
     *
     * @param clientSecret lets the browser ask the buyer for an authentication, if the bank requires one
     */
    record Result(Payment payment, @Nullable String clientSecret) {

        static Result of(Payment payment) {
            return new Result(payment, null);
        }

        /** Omits the client secret. */
        @Override
        public String toString() {
            return "Result[orderId=" + payment.id() + "]";
        }
    }

    Result run(Payment payment) {
        String orderId = payment.id();
        int attempt = payment.charged().attempt();
        try {
            return confirm(payment, attempt);
        } catch (CardDeclinedException e) {
            return Result.of(outcomes.declined(orderId, attempt, e.decline()));
        } catch (RejectedException e) {
            log.atLevel(e.isAboutRequest() ? Level.INFO : Level.ERROR)
                    .log("Attempt rejected: orderId={} attempt={} reason={}", orderId, attempt, e.getMessage());
            return Result.of(outcomes.declined(orderId, attempt, Decline.of(e.errorForBuyer())));
        } catch (UnknownOutcomeException e) {
            log.warn("Attempt outcome unknown: orderId={} attempt={} reason={}", orderId, attempt, e.toString());
            return Result.of(outcomes.unknown(orderId, attempt));
        }
    }

    /**
     * Returns the current state of a payment whose attempt has ended or waits for the buyer's authentication.
     *
     * @throws ApiException 429 if Stripe was asked too often about the buyer's payments
     */
    Result resume(Payment payment) {
        if (payment.charged().status() != ChargeStatus.ACTION_REQUIRED) {
            return Result.of(payment);
        }
        quotas.use(
                "payment-retrievals",
                Objects.requireNonNull(payment.order().buyerId()),
                RETRIEVALS_PER_HOUR,
                PaymentError.TOO_MANY_PAYMENT_ATTEMPTS);
        try {
            Intent intent = stripe.retrieve(payment.intentId());
            Payment recorded = outcomes.record(payment.id(), payment.charged().attempt(), intent);
            return new Result(recorded, intent.clientSecret());
        } catch (UnknownOutcomeException e) {
            log.warn("PaymentIntent not retrieved: orderId={} reason={}", payment.id(), e.toString());
            return Result.of(payment);
        }
    }

    private Result confirm(Payment payment, int attempt) {
        String orderId = payment.id();
        String intentId = intents.ensure(payment);
        String methodId = method(orderId, attempt, payment.charged());
        Payment current = outcomes.confirming(orderId, attempt, methodId);
        boolean confirming = current.isUndecided(attempt) && current.charged().status() == ChargeStatus.PROCESSING;
        if (!confirming) {
            return Result.of(current);
        }
        Intent intent = stripe.confirm(orderId, attempt, intentId, methodId);
        return new Result(outcomes.record(orderId, attempt, intent), intent.clientSecret());
    }

    private String method(String orderId, int attempt, Charge charge) {
        String known = charge.methodId();
        if (known != null) {
            return known;
        }
        String source = Objects.requireNonNull(charge.source());
        return source.startsWith("pm_") ? source : stripe.createPaymentMethod(orderId, attempt, source);
    }
}
