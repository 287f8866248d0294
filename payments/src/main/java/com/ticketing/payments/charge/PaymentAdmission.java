package com.ticketing.payments.charge;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.money.ChargeCurrency;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Decides which request may start an attempt on an order. The guarded write lets only one concurrent request win. */
@Component
class PaymentAdmission {

    private final Payments payments;
    private final Bans bans;
    private final ChargeCurrency currency;
    private final HourlyQuotas quotas;
    private final PaymentProperties properties;
    private final Clock clock;

    PaymentAdmission(
            Payments payments,
            Bans bans,
            ChargeCurrency currency,
            HourlyQuotas quotas,
            PaymentProperties properties,
            Clock clock) {
        this.payments = payments;
        this.bans = bans;
        this.currency = currency;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Admits a request to the order's payment.
     *
     * @param request identifies the request; a repeated request starts no further attempt
     * @param awaited the attempt that this request has waited for, or 0
     * @throws ApiException if the caller may not pay for the order, or it cannot be paid
     */
    Admission admit(String buyerId, String orderId, String source, RequestId request, int awaited) {
        AtomicBoolean counted = new AtomicBoolean();
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
            rejectDeleted(buyerId);
            start(payment, source, request.value(), counted);
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

    /**
     * Rejects a deleted buyer, whose token this process may not deny yet. If the deletion is stored after this check,
     * it finds the payment.
     */
    private void rejectDeleted(String buyerId) {
        if (bans.isDeleted(buyerId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
    }

    /**
     * Rejects a payment for a cancelled or refunded order. A completed one is rejected only if this service did not
     * charge it.
     */
    static void rejectEnded(OrderReplica order) {
        if (order.isCancelled()) {
            throw new ApiException(PaymentError.ORDER_CANCELLED);
        }
        if (order.status() == OrderStatus.REFUNDED) {
            throw new ApiException(PaymentError.ORDER_REFUNDED);
        }
    }

    /**
     * A repetition may overtake the first request, and may arrive after later ones. Its card is not tried again if
     * another card was tried since.
     */
    private static boolean isRepeated(RequestId request, Charge charge) {
        return charge.wasAttemptedBy(request.value())
                || (request.isRepeated() && charge.wasAttemptedSince(request.value()));
    }

    /** A card that was declined while this request waited is not tried again for it. */
    private static boolean answers(Charge charge, String source, int awaited) {
        boolean sameSource = source.equals(charge.source());
        return charge.status().isFinal()
                || (charge.status() == ChargeStatus.ACTION_REQUIRED && sameSource)
                || (charge.status() == ChargeStatus.DECLINED && sameSource && charge.attempt() == awaited);
    }

    /** Starts an attempt. It counts against the quotas only if the price can be charged, and once for all conflicts. */
    private void start(Payment payment, String source, String requestId, AtomicBoolean counted) {
        Instant now = clock.instant();
        OrderReplica order = payment.order();
        if (order.status() == OrderStatus.COMPLETE) {
            throw new ApiException(PaymentError.ORDER_PAID);
        }
        if (!order.isHeldAt(now)) {
            throw new ApiException(PaymentError.ORDER_EXPIRED);
        }
        Instant leaseEnd = now.plus(properties.lease());
        if (payment.charge() == null) {
            payment.startFirstAttempt(firstCharge(order, source, requestId, now), now, leaseEnd);
        } else {
            limitAttemptsPerOrder(payment.charged(), order, now);
            payment.startAttempt(source, requestId, now, leaseEnd);
        }
        if (!counted.getAndSet(true)) {
            quotas.use(
                    "payment-attempts",
                    Objects.requireNonNull(order.buyerId()),
                    properties.attemptsPerHour(),
                    PaymentError.TOO_MANY_PAYMENT_ATTEMPTS);
        }
    }

    private void limitAttemptsPerOrder(Charge charge, OrderReplica order, Instant now) {
        if (charge.attempt() >= properties.attemptsPerOrder()) {
            throw new ApiException(PaymentError.TOO_MANY_PAYMENT_ATTEMPTS)
                    .withRetryAfter(Duration.between(now, Objects.requireNonNull(order.expiresAt())));
        }
    }

    /** Tickets are created at prices that can be charged; older ones, or those in another currency, may not be. */
    private Charge firstCharge(OrderReplica order, String source, String requestId, Instant now) {
        BigDecimal price = Objects.requireNonNull(order.price());
        currency.problem(price).ifPresent(problem -> {
            throw switch (problem) {
                case TOO_LOW -> new ApiException(PaymentError.AMOUNT_TOO_SMALL);
                case TOO_HIGH -> new ApiException(PaymentError.AMOUNT_TOO_LARGE);
                case TOO_MANY_DECIMALS ->
                    new ApiException(PaymentError.PRICE_NOT_CHARGEABLE)
                            .withMessage("The price has more decimals than can be charged in " + currency.code());
            };
        });
        return Charge.first(TimeOrderedIds.next(), currency.minorUnits(price), currency.code(), source, requestId, now);
    }
}
