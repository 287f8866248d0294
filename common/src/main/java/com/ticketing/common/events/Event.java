package com.ticketing.common.events;

/**
 * Something that happened to an aggregate. An event carries the aggregate's state and version rather than a
 * difference, so that its consumers may meet events repeated and in any order.
 *
 * <p>A component without {@code @Nullable} is always present; reading an event that lacks one fails.
 */
public sealed interface Event
        permits TicketCreated,
                TicketUpdated,
                OrderCreated,
                OrderCancelled,
                OrderCompleted,
                OrderRefunded,
                ExpirationComplete,
                PaymentCreated,
                PaymentRefunded,
                UserBanned,
                UserUnbanned {

    /** The subject that this event is published on. */
    default Subject subject() {
        return Subject.of(getClass());
    }
}
