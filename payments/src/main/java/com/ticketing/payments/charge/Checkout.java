package com.ticketing.payments.charge;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.stripe.CardDeclinedException;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.RefusedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Runs an attempt that was let in. However long it is paused between two steps, the order is charged once at most. */
@Component
class Checkout {

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);

    static final String NOT_VALID = "This card cannot be used for this payment";

    static final String NOT_CHARGEABLE = "This price is less, or more, than can be paid by card";

    private final StripeGateway stripe;
    private final PaymentIntents intents;
    private final ChargeOutcomes outcomes;
    private final Clock clock;

    Checkout(StripeGateway stripe, PaymentIntents intents, ChargeOutcomes outcomes, Clock clock) {
        this.stripe = stripe;
        this.intents = intents;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What came of it, and what the browser needs to go on if the person has to act. */
    record Result(Payment payment, @Nullable String clientSecret) {}

    Result run(Payment payment) {
        int attempt = payment.charged().attempt();
        try {
            return attempt(payment, attempt);
        } catch (CardDeclinedException e) {
            return new Result(outcomes.declined(payment.id(), attempt, e.reason()), null);
        } catch (RefusedException e) {
            log.atLevel(e.isAboutRequest() ? Level.INFO : Level.ERROR)
                    .log("Attempt {} on order {}: {}", attempt, payment.id(), e.getMessage());
            return new Result(outcomes.declined(payment.id(), attempt, wordsFor(e)), null);
        } catch (UnknownOutcomeException e) {
            log.warn("The outcome of attempt {} on order {} is unknown: {}", attempt, payment.id(), e.toString());
            return new Result(outcomes.unknown(payment.id(), attempt), null);
        }
    }

    /** For a payment whose attempt is over or waits for the person: what there is to tell now. */
    Result resume(Payment payment) {
        if (payment.charged().status() != ChargeStatus.ACTION_REQUIRED) {
            return new Result(payment, null);
        }
        try {
            Intent intent = stripe.retrieve(payment.intentId());
            Payment heard = outcomes.record(payment.id(), payment.charged().attempt(), intent);
            return new Result(heard, intent.clientSecret());
        } catch (UnknownOutcomeException e) {
            log.warn("Stripe did not tell of order {}: {}", payment.id(), e.toString());
            return new Result(payment, null);
        }
    }

    private Result attempt(Payment payment, int attempt) {
        String intentId = intents.ensure(payment);
        String methodId = method(payment.id(), attempt, payment.charged());
        Payment processing = outcomes.change(payment.id(), now -> {
            boolean goesOn = now.isCurrent(attempt) && now.order().isHeldAt(clock.instant());
            if (goesOn) {
                now.process(attempt, methodId, clock.instant());
            } else if (now.isCurrent(attempt)) {
                now.decline(attempt, ChargeOutcomes.NOT_COMPLETED);
                goesOn = true;
            }
            return goesOn;
        });
        if (processing.charged().attempt() != attempt || processing.charged().status() != ChargeStatus.PROCESSING) {
            return new Result(processing, null);
        }
        Intent intent = stripe.confirm(payment.id(), attempt, intentId, methodId);
        return new Result(outcomes.record(payment.id(), attempt, intent), intent.clientSecret());
    }

    private String method(String orderId, int attempt, Charge charge) {
        String known = charge.methodId();
        if (known != null) {
            return known;
        }
        String source = Objects.requireNonNull(charge.source());
        return source.startsWith("pm_") ? source : stripe.createPaymentMethod(orderId, attempt, source);
    }

    private static String wordsFor(RefusedException e) {
        if (e.isAboutAmount()) {
            return NOT_CHARGEABLE;
        }
        return e.isAboutRequest() ? NOT_VALID : ChargeOutcomes.NOT_COMPLETED;
    }
}
