package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The service's listeners, at most one of each subject: members of one queue group share its messages. */
record Deliveries(List<Delivery<?>> all) {

    static Deliveries of(List<Listener<?>> listeners, DeadLetters deadLetters) {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        for (Listener<?> listener : listeners) {
            if (!subjects.add(Subject.of(listener.type()))) {
                throw new IllegalStateException(
                        "Two listeners for " + Subject.of(listener.type()).channel()
                                + ": each would miss what the other gets; make them one");
            }
        }
        return new Deliveries(listeners.stream()
                .<Delivery<?>>map(listener -> new Delivery<>(listener, deadLetters))
                .toList());
    }
}
