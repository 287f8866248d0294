package com.ticketing.common.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The subject of events of one type, with the name of its channel. */
public enum Subject {
    TICKET_CREATED("ticket:created", TicketCreated.class),
    TICKET_UPDATED("ticket:updated", TicketUpdated.class),
    ORDER_CREATED("order:created", OrderCreated.class),
    ORDER_CANCELLED("order:cancelled", OrderCancelled.class),
    ORDER_COMPLETED("order:completed", OrderCompleted.class),
    ORDER_REFUNDED("order:refunded", OrderRefunded.class),
    ORDER_USED("order:used", OrderUsed.class),
    EXPIRATION_COMPLETE("expiration:complete", ExpirationComplete.class),
    PAYMENT_CREATED("payment:created", PaymentCreated.class),
    PAYMENT_REFUNDED("payment:refunded", PaymentRefunded.class),
    PAYMENT_DISPUTED("payment:disputed", PaymentDisputed.class),
    USER_BANNED("user:banned", UserBanned.class),
    USER_UNBANNED("user:unbanned", UserUnbanned.class),
    USER_DELETED("user:deleted", UserDeleted.class),
    USER_SESSION_ENDED("user:session-ended", UserSessionEnded.class);

    private static final Map<Class<? extends Event>, Subject> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(subject -> subject.type, Function.identity()));

    private final String channel;
    private final Class<? extends Event> type;

    Subject(String channel, Class<? extends Event> type) {
        this.channel = channel;
        this.type = type;
    }

    /** Returns the subject of an event type. */
    public static Subject of(Class<? extends Event> type) {
        Subject subject = BY_TYPE.get(type);
        if (subject == null) {
            throw new IllegalArgumentException(type + " is not an event");
        }
        return subject;
    }

    /** Returns the name of the channel, for example {@code ticket:created}. */
    public String channel() {
        return channel;
    }

    /** Returns the type of the events on this channel. */
    public Class<? extends Event> type() {
        return type;
    }
}
