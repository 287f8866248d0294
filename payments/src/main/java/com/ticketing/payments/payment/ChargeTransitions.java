package com.ticketing.payments.payment;

import static com.ticketing.payments.payment.ChargeEvent.CANCEL;
import static com.ticketing.payments.payment.ChargeEvent.CONFIRM;
import static com.ticketing.payments.payment.ChargeEvent.DECLINE;
import static com.ticketing.payments.payment.ChargeEvent.DISPUTE;
import static com.ticketing.payments.payment.ChargeEvent.FAIL_REFUND;
import static com.ticketing.payments.payment.ChargeEvent.LOSE_OUTCOME;
import static com.ticketing.payments.payment.ChargeEvent.REFUND;
import static com.ticketing.payments.payment.ChargeEvent.REFUND_PARTLY;
import static com.ticketing.payments.payment.ChargeEvent.REJECT_REFUND;
import static com.ticketing.payments.payment.ChargeEvent.REQUIRE_ACTION;
import static com.ticketing.payments.payment.ChargeEvent.START_ATTEMPT;
import static com.ticketing.payments.payment.ChargeEvent.SUCCEED;
import static com.ticketing.payments.payment.ChargeStatus.ACTION_REQUIRED;
import static com.ticketing.payments.payment.ChargeStatus.CANCELLED;
import static com.ticketing.payments.payment.ChargeStatus.DECLINED;
import static com.ticketing.payments.payment.ChargeStatus.PROCESSING;
import static com.ticketing.payments.payment.ChargeStatus.REFUNDED;
import static com.ticketing.payments.payment.ChargeStatus.REQUESTED;
import static com.ticketing.payments.payment.ChargeStatus.SUCCEEDED;
import static com.ticketing.payments.payment.ChargeStatus.UNKNOWN;

import java.util.Map;
import java.util.Optional;

/**
 * The one transition table of a charge. Success is accepted in every state that is not paid: Stripe has taken the
 * money, even if this service recorded a decline or a cancellation before. A rejected refund, a partial refund and a
 * dispute leave the state as it is: they are recorded beside it, so that an older version of the service reads every
 * state.
 */
final class ChargeTransitions {

    private static final Map<ChargeStatus, Map<ChargeEvent, ChargeStatus>> TABLE = Map.of(
            REQUESTED,
            Map.of(
                    CONFIRM, PROCESSING,
                    LOSE_OUTCOME, UNKNOWN,
                    REQUIRE_ACTION, ACTION_REQUIRED,
                    DECLINE, DECLINED,
                    CANCEL, CANCELLED,
                    SUCCEED, SUCCEEDED),
            PROCESSING,
            Map.of(
                    LOSE_OUTCOME, UNKNOWN,
                    REQUIRE_ACTION, ACTION_REQUIRED,
                    DECLINE, DECLINED,
                    CANCEL, CANCELLED,
                    SUCCEED, SUCCEEDED),
            UNKNOWN,
            Map.of(
                    LOSE_OUTCOME, UNKNOWN,
                    REQUIRE_ACTION, ACTION_REQUIRED,
                    DECLINE, DECLINED,
                    CANCEL, CANCELLED,
                    SUCCEED, SUCCEEDED),
            ACTION_REQUIRED,
            Map.of(START_ATTEMPT, REQUESTED, DECLINE, DECLINED, CANCEL, CANCELLED, SUCCEED, SUCCEEDED),
            DECLINED,
            Map.of(START_ATTEMPT, REQUESTED, CANCEL, CANCELLED, SUCCEED, SUCCEEDED),
            CANCELLED,
            Map.of(SUCCEED, SUCCEEDED),
            SUCCEEDED,
            Map.of(
                    REFUND, REFUNDED,
                    REJECT_REFUND, SUCCEEDED,
                    REFUND_PARTLY, SUCCEEDED,
                    DISPUTE, SUCCEEDED),
            REFUNDED,
            Map.of(FAIL_REFUND, SUCCEEDED, DISPUTE, REFUNDED));

    private ChargeTransitions() {}

    /** Returns the status after the event, or empty if the status rejects the event. */
    static Optional<ChargeStatus> next(ChargeStatus status, ChargeEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(status, Map.of()).get(event));
    }
}
