package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import com.ticketing.common.tracing.MessageSpans;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The adapters of all listeners of the service, at most one for each subject. */
record ListenerAdapters(List<ListenerAdapter<?>> all) {

    /**
     * @throws IllegalStateException if two listeners have one subject: as members of one queue group, each would
     *     receive only a part of the messages
     */
    static ListenerAdapters of(List<Listener<?>> listeners, DeadLetters deadLetters, MessageSpans spans) {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        for (Listener<?> listener : listeners) {
            Subject subject = Subject.of(listener.type());
            if (!subjects.add(subject)) {
                throw new IllegalStateException("Two listeners for " + subject.channel()
                        + ": members of one queue group share its messages, so merge them into one listener");
            }
        }
        return new ListenerAdapters(listeners.stream()
                .<ListenerAdapter<?>>map(listener -> new ListenerAdapter<>(listener, deadLetters, spans))
                .toList());
    }
}
