package com.ticketing.payments.reconciliation;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.Dispute;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment that needs a person's attention, even if both ledgers agree.
 *
 * @param detail Stripe's error code, the refunded part of the amount, or the dispute
 */
record Attention(Kind kind, String orderId, String stripeId, String detail) {

    enum Kind {
        REFUND_REJECTED,
        PARTLY_REFUNDED,
        DISPUTED
    }

    static List<Attention> of(Payment payment) {
        Charge charge = payment.charged();
        List<Attention> all = new ArrayList<>();
        Refund refund = payment.refund();
        if (refund != null && refund.rejection() != null) {
            all.add(of(Kind.REFUND_REJECTED, payment, refund.rejection().code()));
        }
        long partlyRefunded = payment.reversals().partlyRefunded();
        if (partlyRefunded > 0) {
            String detail = partlyRefunded + " of " + charge.amount() + " " + charge.currency();
            all.add(of(Kind.PARTLY_REFUNDED, payment, detail));
        }
        Dispute dispute = payment.reversals().dispute();
        if (dispute != null) {
            String detail =
                    dispute.status() + ", " + dispute.reason() + ", " + dispute.amount() + " " + charge.currency();
            all.add(of(Kind.DISPUTED, payment, detail));
        }
        return all;
    }

    private static Attention of(Kind kind, Payment payment, String detail) {
        return new Attention(kind, payment.id(), payment.intentId(), detail);
    }
}
