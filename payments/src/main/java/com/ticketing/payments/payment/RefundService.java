package com.ticketing.payments.payment;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.PaymentError;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Gives a sale's money back when its seller or an admin says so. */
@Service
class RefundService {

    private final Payments payments;
    private final Settlement settlement;
    private final Clock clock;

    RefundService(Payments payments, Settlement settlement, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** The payment, refunded or about to be: the command is stored before Stripe is asked. Asked again it does nothing. */
    Payment refund(CurrentUser caller, String paymentId, boolean relist) {
        Payment asked = WriteConflicts.retry(() -> request(caller, paymentId, relist));
        settlement.settle(asked.id());
        return payments.find(asked.id()).orElseThrow();
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
