package com.ticketing.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Delivers messages to a service's listeners without a broker, sequentially and in exactly the given ordering, for
 * example one of {@link MessageOrderings}.
 */
public final class InMemoryBus {

    private final Map<Class<?>, Consumer<Object>> listeners = new LinkedHashMap<>();

    /** Registers the listener for messages of the type. */
    public <E> InMemoryBus with(Class<E> type, Consumer<E> listener) {
        listeners.put(type, message -> listener.accept(type.cast(message)));
        return this;
    }

    public void deliver(List<?> ordering) {
        for (Object message : ordering) {
            Consumer<Object> listener = listeners.get(message.getClass());
            if (listener == null) {
                throw new IllegalArgumentException("No listener for " + message.getClass());
            }
            listener.accept(message);
        }
    }
}
