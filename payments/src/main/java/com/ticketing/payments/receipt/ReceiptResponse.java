package com.ticketing.payments.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.ChargeCurrency;
import com.ticketing.payments.stripe.Intent.Card;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a payment.
 *
 * @param status paid, refunding or refunded
 * @param card the buyer's card; absent for the seller
 * @param stripeId the id of the PaymentIntent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptResponse(
        String id,
        String orderId,
        String ticketId,
        String status,
        BigDecimal amount,
        String currency,
        @Nullable Card card,
        String stripeId,
        @Nullable Instant paidAt,
        @Nullable RefundResponse refund) {

    /** A refund that was made. */
    record RefundResponse(
            String reason, String stripeId, @Nullable Instant at) {}

    public static ReceiptResponse forBuyer(Payment payment) {
        return of(payment, payment.charged().card());
    }

    public static ReceiptResponse forSeller(Payment payment) {
        return of(payment, null);
    }

    private static ReceiptResponse of(Payment payment, @Nullable Card card) {
        Charge charge = payment.charged();
        return new ReceiptResponse(
                charge.paymentId(),
                payment.id(),
                payment.order().ticketId(),
                status(payment, charge),
                ChargeCurrency.of(charge.currency()).amount(charge.amount()),
                charge.currency(),
                card,
                payment.intentId(),
                charge.paidAt(),
                refund(payment.refund()));
    }

    private static String status(Payment payment, Charge charge) {
        if (charge.status() == ChargeStatus.REFUNDED) {
            return "refunded";
        }
        return payment.isRefundPending() ? "refunding" : "paid";
    }

    private static @Nullable RefundResponse refund(@Nullable Refund refund) {
        return refund == null || refund.stripeId() == null
                ? null
                : new RefundResponse(refund.reason(), refund.stripeId(), refund.doneAt());
    }
}
