package com.ticketing.payments.charge;

import com.ticketing.payments.payment.Payment;

/** The answer to a request that wants to start an attempt. */
sealed interface Admission {

    /** The request has started an attempt and must run it. */
    record Started(Payment payment) implements Admission {}

    /** Another request's attempt is running. */
    record AttemptRunning(Payment payment) implements Admission {}

    /** The last attempt's outcome is the answer to this request too. */
    record Answered(Payment payment) implements Admission {}
}
