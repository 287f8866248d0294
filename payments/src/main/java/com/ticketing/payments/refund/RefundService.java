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
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.RejectedException;
import com.ticketing.payments.stripe.UnknownOutcomeException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Refunds a payment at the request of its seller or an admin. */
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

    /**
     * Requests the refund and tries to make it at once. The request is stored before Stripe is asked, so a refund that
     * cannot be made now is made later. A repeated request changes nothing, unless Stripe has rejected the refund: then
     * it is requested again.
     *
     * @return the payment with its refund, made or pending
     * @throws ApiException if an earlier request has decided otherwise whether the ticket goes back on sale
     */
    Payment refund(CurrentUser caller, String paymentId, @Nullable Boolean relist) {
        Payment requested = WriteConflicts.retry(() -> request(caller, paymentId, relist));
        if (requested.isRefundDue(clock.instant())) {
            claims.claim(requested.id()).filter(Payment::isRefundPending).ifPresent(this::refundNow);
        }
        return payments.get(requested.id());
    }

    private Payment request(CurrentUser caller, String paymentId, @Nullable Boolean relist) {
        Payment payment =
                payments.findByPaymentId(paymentId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (!payment.order().isSeller(caller.id()) && !caller.isAdmin()) {
            throw new ApiException(PaymentError.ONLY_THE_SELLER_REFUNDS);
        }
        Refund earlier = payment.refund();
        if (relist != null && earlier != null && earlier.relist() != relist) {
            throw new ApiException(PaymentError.RELIST_DECIDED);
        }
        if (!payment.allowsRefundRequest()) {
            return payment;
        }
        if (payment.charged().status() != ChargeStatus.SUCCEEDED) {
            throw new ApiException(PaymentError.PAYMENT_NOT_MADE);
        }
        payment.requestRefund(Refund.REQUESTED, Boolean.TRUE.equals(relist), clock.instant());
        return payments.save(payment);
    }

    /**
     * Puts the ticket of a refunded payment back on sale. A repeated request changes nothing.
     *
     * @throws ApiException if the payment is not the caller's sale, or there is no ticket to put back on sale
     */
    Payment relist(CurrentUser caller, String paymentId) {
        return WriteConflicts.retry(() -> {
            Payment payment = payments.findByPaymentId(paymentId)
                    .filter(found -> found.order().isSeller(caller.id()))
                    .orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
            Refund refund = payment.refund();
            if (refund != null && refund.relist()) {
                return payment;
            }
            if (!payment.allowsRelist()) {
                throw new ApiException(PaymentError.NOT_RELISTABLE);
            }
            payment.relist();
            return payments.save(payment);
        });
    }

    private void refundNow(Payment payment) {
        try {
            refunder.refund(payment);
        } catch (UnknownOutcomeException | RejectedException e) {
            log.warn("Refund postponed: orderId={} reason={}", payment.id(), e.toString());
        }
    }
}
