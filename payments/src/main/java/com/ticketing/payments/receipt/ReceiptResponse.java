package com.ticketing.payments.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.common.money.ChargeCurrency;
import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.Dispute;
import com.ticketing.payments.stripe.Intent.Card;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a payment.
 *
 * @param status pending, action-required, paid, refunding, refunded, or failed: Stripe rejected the refund. Pending:
 *     the money may still be taken. Action-required: only after the buyer's bank has confirmed it.
 * @param card the buyer's card; absent for the seller
 * @param stripeId the id of the PaymentIntent; absent at the beginning of a pending payment
 * @param refundError Stripe's error code for a refund that failed
 * @param refundedAmount the part of the amount that was refunded at Stripe
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
        @Nullable String stripeId,
        @Nullable Instant paidAt,
        @Nullable RefundResponse refund,
        @Nullable String refundError,
        @Nullable BigDecimal refundedAmount,
        @Nullable DisputeResponse dispute) {

    /**
     * A refund that was made.
     *
     * @param relistable whether the seller can put the ticket back on sale
     */
    record RefundResponse(
            String reason, String stripeId, @Nullable Instant at, boolean relistable) {}

    /**
     * The lost dispute, or the latest one if none is lost.
     *
     * @param status open, won or lost by the seller
     * @param reason Stripe's reason
     */
    record DisputeResponse(String status, String reason, BigDecimal amount, Instant at) {}

    public static ReceiptResponse forBuyer(Payment payment) {
        return of(payment, payment.charged().card());
    }

    public static ReceiptResponse forSeller(Payment payment) {
        return of(payment, null);
    }

    private static ReceiptResponse of(Payment payment, @Nullable Card card) {
        Charge charge = payment.charged();
        ChargeCurrency currency = ChargeCurrency.of(charge.currency());
        long partlyRefunded = payment.reversals().partlyRefunded();
        return new ReceiptResponse(
                charge.paymentId(),
                payment.id(),
                payment.order().ticketId(),
                status(payment, charge),
                currency.amount(charge.amount()),
                charge.currency(),
                card,
                charge.intentId(),
                charge.paidAt(),
                refund(payment),
                refundError(payment.refund()),
                partlyRefunded == 0 ? null : currency.amount(partlyRefunded),
                dispute(payment.reversals().dispute(), currency));
    }

    private static String status(Payment payment, Charge charge) {
        if (charge.status() == ChargeStatus.REFUNDED) {
            return "refunded";
        }
        if (charge.status() == ChargeStatus.ACTION_REQUIRED) {
            return "action-required";
        }
        if (!charge.status().isPaid()) {
            return "pending";
        }
        if (payment.refund() == null) {
            return "paid";
        }
        return payment.isRefundPending() ? "refunding" : "failed";
    }

    private static @Nullable RefundResponse refund(Payment payment) {
        Refund refund = payment.refund();
        return refund == null || refund.stripeId() == null
                ? null
                : new RefundResponse(refund.reason(), refund.stripeId(), refund.doneAt(), payment.allowsRelist());
    }

    private static @Nullable String refundError(@Nullable Refund refund) {
        return refund == null || refund.rejection() == null
                ? null
                : refund.rejection().code();
    }

    private static @Nullable DisputeResponse dispute(@Nullable Dispute dispute, ChargeCurrency currency) {
        return dispute == null
                ? null
                : new DisputeResponse(
                        dispute.outcome().name().toLowerCase(Locale.ROOT),
                        dispute.reason(),
                        currency.amount(dispute.amount()),
                        dispute.openedAt());
    }
}
