package com.ticketing.payments.refund;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentClaims;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.stripe.RefusedException;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives a sale's money back when its seller or an admin says so. */
@Service
class RefundService {

    private static final Logger log = LoggerFactory.getLogger(RefundService.class);

    private final Payments payments;
    private final PaymentClaims claims;
    private final Refunder refunder;
    private final Clock clock;

    RefundService(Payments payments, PaymentClaims claims, Refunder refunder, Clock clock) {
        this.payments = payments;
        this.claims = claims;
        this.refunder = refunder;
        this.clock = clock;
    }

    /** The payment, refunded or about to be: the command is stored before Stripe is asked. Asked again it does nothing. */
    Payment refund(CurrentUser caller, String paymentId, boolean relist) {
        Payment asked = WriteConflicts.retry(() -> request(caller, paymentId, relist));
        claims.claim(asked.id()).filter(Payment::isRefundOpen).ifPresent(this::refundNow);
        return payments.find(asked.id()).orElseThrow();
    }

    private void refundNow(Payment payment) {
        try {
            refunder.refund(payment);
        } catch (UnknownOutcomeException | RefusedException e) {
            log.warn("The refund of order {} is tried again later: {}", payment.id(), e.toString());
        }
    }

    private Payment request(CurrentUser caller, String paymentId, boolean relist) {
        Payment payment = payments.ofPaymentId(paymentId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        boolean isSeller = caller.id().equals(payment.order().sellerId());
        if (!isSeller && !caller.isAdmin()) {
            throw new ApiException(PaymentError.ONLY_THE_SELLER_REFUNDS);
        }
        if (payment.refund() != null) {
            return payment;
        }
        if (payment.charged().status() != ChargeStatus.SUCCEEDED) {
            throw new ApiException(PaymentError.PAYMENT_NOT_MADE);
        }
        payment.requestRefund(Payment.REQUESTED, relist, clock.instant());
        return payments.save(payment);
    }
}
