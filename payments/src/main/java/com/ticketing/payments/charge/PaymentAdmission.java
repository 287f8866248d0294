package com.ticketing.payments.charge;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.payments.PaymentError;
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
import org.springframework.stereotype.Component;

/** Decides which request may start an attempt on an order. The guarded write lets only one concurrent request win. */
@Component
class PaymentAdmission {

    private final Payments payments;
    private final ChargeCurrency currency;
    private final HourlyQuotas quotas;
    private final PaymentProperties properties;
    private final Clock clock;

    PaymentAdmission(
            Payments payments,
            ChargeCurrency currency,
            HourlyQuotas quotas,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.currency = currency;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Admits a request to the order's payment.
     *
     * @param request identifies the request; one that is repeated starts no further attempt
     * @param awaited the attempt that this request has waited for, or 0
     * @throws ApiException if the caller may not pay for the order, or it cannot be paid
     */
    Admission admit(String buyerId, String orderId, String source, RequestId request, int awaited) {
        return WriteConflicts.retry(() -> {
            Payment payment = payments.find(orderId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
            rejectOthers(payment.order(), buyerId);
            rejectEnded(payment.order());
            Charge charge = payment.charge();
            if (charge != null && charge.status().isUndecided()) {
                return new Admission.AttemptRunning(payment);
            }
            if (charge != null && (isRepeated(request, charge) || answers(charge, source, awaited))) {
                return new Admission.Answered(payment);
            }
            start(payment, source, request.value());
            return new Admission.Started(payments.save(payment));
        });
    }

    private static void rejectOthers(OrderReplica order, String buyerId) {
        if (order.buyerId() == null) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
        if (!order.isBuyer(buyerId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
    }

    /** Rejects a payment for a cancelled or refunded order. A completed one is rejected only if this service did not charge it. */
    static void rejectEnded(OrderReplica order) {
        if (order.isCancelled()) {
            throw new ApiException(PaymentError.ORDER_CANCELLED);
        }
        if (order.status() == OrderStatus.REFUNDED) {
            throw new ApiException(PaymentError.ORDER_REFUNDED);
        }
    }

    /** A repeated request may arrive after later ones. Its card is not tried again after another one was. */
    private static boolean isRepeated(RequestId request, Charge charge) {
        return request.isRepeated() && charge.wasAttemptedSince(request.value());
    }

    /** A card that was declined while this request waited is not tried again for it. */
    private static boolean answers(Charge charge, String source, int awaited) {
        boolean sameSource = source.equals(charge.source());
        return charge.status().isFinal()
                || (charge.status() == ChargeStatus.ACTION_REQUIRED && sameSource)
                || (charge.status() == ChargeStatus.DECLINED && sameSource && charge.attempt() == awaited);
    }

    private void start(Payment payment, String source, String requestId) {
        Instant now = clock.instant();
        OrderReplica order = payment.order();
        if (order.status() == OrderStatus.COMPLETE) {
            throw new ApiException(PaymentError.ORDER_PAID);
        }
        if (!order.isHeldAt(now)) {
            throw new ApiException(PaymentError.ORDER_EXPIRED);
        }
        limitAttempts(payment, now);
        Instant leaseEnd = now.plus(properties.lease());
        if (payment.charge() == null) {
            payment.startFirstAttempt(firstCharge(order, source, requestId, now), now, leaseEnd);
        } else {
            payment.startAttempt(source, requestId, now, leaseEnd);
        }
    }

    /** Limits how many cards a person can try: for one order, and for all together. */
    private void limitAttempts(Payment payment, Instant now) {
        OrderReplica order = payment.order();
        Charge charge = payment.charge();
        if (charge != null && charge.attempt() >= properties.attemptsPerOrder()) {
            throw new ApiException(PaymentError.TOO_MANY_PAYMENT_ATTEMPTS)
                    .withRetryAfter(Duration.between(now, Objects.requireNonNull(order.expiresAt())));
        }
        quotas.use(
                "payment-attempts",
                Objects.requireNonNull(order.buyerId()),
                properties.attemptsPerHour(),
                PaymentError.TOO_MANY_PAYMENT_ATTEMPTS);
    }

    private Charge firstCharge(OrderReplica order, String source, String requestId, Instant now) {
        try {
            long amount = currency.minorUnits(Objects.requireNonNull(order.price()));
            return Charge.first(TimeOrderedIds.next(), amount, currency.code(), source, requestId, now);
        } catch (ArithmeticException e) {
            throw new ApiException(PaymentError.PRICE_NOT_CHARGEABLE)
                    .withMessage("The price cannot be paid exactly in " + currency.code());
        }
    }
}
