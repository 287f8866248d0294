package com.ticketing.payments.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Claims payments with a due check, so that only one process works on each. */
@Component
public class PaymentClaims {

    private static final Logger log = LoggerFactory.getLogger(PaymentClaims.class);

    private final Payments payments;
    private final PaymentProperties properties;
    private final Clock clock;

    PaymentClaims(Payments payments, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Claims the payment by moving its check to a later time. If this process crashes, the check is due again then.
     *
     * @return the claimed payment, or empty if no check is due or another process has claimed it
     */
    public Optional<Payment> claim(String orderId) {
        Instant now = clock.instant();
        Optional<Payment> due = payments.find(orderId).filter(payment -> payment.isCheckDue(now));
        due.ifPresent(payment -> payment.claimUntil(now.plus(properties.delayAfter(payment.checks()))));
        try {
            return due.map(payments::save);
        } catch (OptimisticLockingFailureException e) {
            log.debug("Payment claimed by another process: orderId={}", orderId);
            return Optional.empty();
        }
    }
}
