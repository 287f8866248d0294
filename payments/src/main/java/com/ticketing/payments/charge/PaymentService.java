package com.ticketing.payments.charge;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.charge.Checkout.Result;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.stripe.ChargeCurrency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets buyers pay. Of any number of requests for one order one runs the attempt; the others wait for its answer. */
@Service
class PaymentService {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final Payments payments;
    private final Checkout checkout;
    private final ChargeCurrency currency;
    private final PaymentProperties properties;
    private final Clock clock;

    PaymentService(
            Payments payments, Checkout checkout, ChargeCurrency currency, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.checkout = checkout;
        this.currency = currency;
        this.properties = properties;
        this.clock = clock;
    }

    /** The payment of the order; while it is not paid, its attempt is undecided. */
    record Answer(String paymentId, boolean paid, @Nullable String clientSecret) {}

    Answer pay(String buyerId, String orderId, String source) {
        long giveUp = System.nanoTime() + properties.patience().toNanos();
        int awaited = 0;
        Duration pause = FIRST_PAUSE;
        while (true) {
            int waitedFor = awaited;
            Admission admission = WriteConflicts.retry(() -> admit(buyerId, orderId, source, waitedFor));
            Payment payment = admission.payment();
            if (admission.started()) {
                return answer(checkout.run(payment));
            }
            if (!payment.charged().status().isUndecided()) {
                return answer(checkout.resume(payment));
            }
            if (System.nanoTime() >= giveUp || !pause(pause)) {
                return answer(new Result(payment, null));
            }
            awaited = payment.charged().attempt();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The payment as it is, and whether this request has started an attempt on it. */
    private record Admission(Payment payment, boolean started) {}

    private Admission admit(String buyerId, String orderId, String source, int waitedFor) {
        Payment payment = payments.find(orderId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        OrderReplica order = payment.order();
        if (order.userId() == null) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
        if (!order.isBuyer(buyerId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        refuseClosed(order);
        Charge charge = payment.charge();
        if (charge != null && (hasAnswer(charge, source) || isSharedDecline(charge, source, waitedFor))) {
            return new Admission(payment, false);
        }
        Instant now = clock.instant();
        if (order.status() == OrderStatus.COMPLETE) {
            throw new ApiException(PaymentError.ORDER_PAID);
        }
        if (!order.isHeldAt(now)) {
            throw new ApiException(PaymentError.ORDER_EXPIRED);
        }
        payment.request(charge != null ? charge : firstCharge(order, now), source, now, now.plus(properties.lease()));
        return new Admission(payments.save(payment), true);
    }

    private static void refuseClosed(OrderReplica order) {
        if (order.isCancelled()) {
            throw new ApiException(PaymentError.ORDER_CANCELLED);
        }
        if (order.status() == OrderStatus.REFUNDED) {
            throw new ApiException(PaymentError.ORDER_REFUNDED);
        }
    }

    private static boolean hasAnswer(Charge charge, String source) {
        ChargeStatus status = charge.status();
        boolean asksAgain = status == ChargeStatus.ACTION_REQUIRED && source.equals(charge.source());
        return status.isFinal() || status.isUndecided() || asksAgain;
    }

    /** A card that was declined while this request waited is not tried once more for it. */
    private static boolean isSharedDecline(Charge charge, String source, int waitedFor) {
        return charge.status() == ChargeStatus.DECLINED
                && charge.attempt() == waitedFor
                && source.equals(charge.source());
    }

    private Charge firstCharge(OrderReplica order, Instant now) {
        try {
            long amount = currency.minorUnits(Objects.requireNonNull(order.price()));
            return new Charge(new ObjectId().toHexString(), amount, currency.code(), now);
        } catch (ArithmeticException e) {
            throw new ApiException(PaymentError.PRICE_NOT_CHARGEABLE)
                    .withMessage("The price cannot be paid exactly in " + currency.code());
        }
    }

    private static Answer answer(Result result) {
        Payment payment = result.payment();
        Charge charge = payment.charged();
        refuseClosed(payment.order());
        return switch (charge.status()) {
            case SUCCEEDED -> new Answer(charge.paymentId(), true, null);
            case ACTION_REQUIRED -> new Answer(charge.paymentId(), false, result.clientSecret());
            case REQUESTED, PROCESSING, UNKNOWN -> new Answer(charge.paymentId(), false, null);
            case DECLINED ->
                throw new ApiException(PaymentError.CARD_DECLINED)
                        .withMessage(charge.failure() == null ? ChargeOutcomes.NOT_COMPLETED : charge.failure());
            case CANCELLED -> throw new ApiException(PaymentError.ORDER_CANCELLED);
            case REFUNDED -> throw new ApiException(PaymentError.ORDER_REFUNDED);
        };
    }

    /** False if the thread is to end. */
    private static boolean pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
