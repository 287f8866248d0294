package com.ticketing.payments.charge;

import com.ticketing.common.errors.ApiException;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Finds the payment of an order in its current state, so that a buyer can continue after a reload of the page. */
@Service
public class OpenPayments {

    private final Payments payments;
    private final Checkout checkout;

    OpenPayments(Payments payments, Checkout checkout) {
        this.payments = payments;
        this.checkout = checkout;
    }

    /**
     * Returns the payment if the buyer's money was taken for the order, or may still be. Asks Stripe about a payment
     * that waits for the buyer's bank, unless that was done too often in this hour.
     */
    public Optional<Payment> find(String buyerId, String orderId) {
        return find(orderId, payment -> payment.order().isBuyer(buyerId));
    }

    /** Returns the payment of any buyer, for an admin. */
    public Optional<Payment> find(String orderId) {
        return find(orderId, payment -> true);
    }

    private Optional<Payment> find(String orderId, Predicate<Payment> isVisible) {
        return payments.find(orderId)
                .filter(isVisible.and(OpenPayments::isOpenOrPaid))
                .map(this::current)
                .filter(OpenPayments::isOpenOrPaid);
    }

    private Payment current(Payment payment) {
        try {
            return checkout.resume(payment).payment();
        } catch (ApiException e) {
            if (e.code() == PaymentError.TOO_MANY_PAYMENT_ATTEMPTS) {
                return payment;
            }
            throw e;
        }
    }

    private static boolean isOpenOrPaid(Payment payment) {
        return payment.charge() != null && payment.charge().status().isOpenOrPaid();
    }
}
