package com.ticketing.common.events;

/**
 * A message that publishes a new version of an aggregate. It contains the aggregate's state, not a difference, so that
 * consumers can apply repeated and reordered events.
 *
 * <p>A component without {@code @Nullable} is always present; an event without it cannot be read.
 */
public sealed interface Event
        permits TicketCreated,
                TicketUpdated,
                OrderCreated,
                OrderCancelled,
                OrderCompleted,
                OrderRefunded,
                OrderUsed,
                ExpirationComplete,
                PaymentCreated,
                PaymentRefunded,
                PaymentDisputed,
                UserBanned,
                UserUnbanned,
                UserDeleted,
                UserSessionEnded {

    /** Returns the subject on which this event is published. */
    default Subject subject() {
        return Subject.of(getClass());
    }
}
