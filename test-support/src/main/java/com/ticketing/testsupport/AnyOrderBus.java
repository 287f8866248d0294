package com.ticketing.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A bus that keeps no order and repeats itself: it gives messages to a service's own listeners exactly as a history says,
 * one after the other, without a broker in between. With {@link Histories} that is every order there is.
 */
public final class AnyOrderBus {

    private final Map<Class<?>, Consumer<Object>> listeners = new LinkedHashMap<>();

    /** Has messages of the type given to the listener, which returns once its effect is stored. */
    public <E> AnyOrderBus with(Class<E> type, Consumer<E> listener) {
        listeners.put(type, message -> listener.accept(type.cast(message)));
        return this;
    }

    public void deliver(List<?> history) {
        for (Object message : history) {
            Consumer<Object> listener = listeners.get(message.getClass());
            if (listener == null) {
                throw new IllegalArgumentException("Nobody listens to " + message.getClass());
            }
            listener.accept(message);
        }
    }
}
