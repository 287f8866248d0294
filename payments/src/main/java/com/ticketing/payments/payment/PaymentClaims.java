package com.ticketing.payments.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The right to work on a payment that is due: to whoever pushes its time forward first. */
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

    /** Empty if it is not due, or in other hands. */
    public Optional<Payment> claim(String orderId) {
        Instant now = clock.instant();
        Optional<Payment> due = payments.find(orderId).filter(payment -> payment.isDue(now));
        due.ifPresent(payment -> payment.postpone(now.plus(properties.pauseAfter(payment.checks()))));
        try {
            return due.map(payments::save);
        } catch (OptimisticLockingFailureException e) {
            log.debug("OrderReplica {} is in other hands", orderId);
            return Optional.empty();
        }
    }
}
