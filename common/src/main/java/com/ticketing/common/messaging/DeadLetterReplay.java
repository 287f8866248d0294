package com.ticketing.common.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers parked messages to their listeners again: readable ones periodically, any message on an operator's request. */
class DeadLetterReplay {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

    private final DeadLetters deadLetters;
    private final Map<String, ListenerAdapter<?>> adapters;

    DeadLetterReplay(DeadLetters deadLetters, List<ListenerAdapter<?>> adapters) {
        this.deadLetters = deadLetters;
        this.adapters = adapters.stream()
                .collect(Collectors.toMap(adapter -> adapter.subject().channel(), Function.identity()));
    }

    /** The result of an attempt. */
    enum Outcome {
        /** The message was handled and is no longer parked. */
        HANDLED,
        /** The message failed again and stays parked. */
        FAILED,
        /** No message with this id is parked. */
        UNKNOWN
    }

    Outcome replay(String id) {
        return deadLetters.claim(id).map(this::attempt).orElse(Outcome.UNKNOWN);
    }

    /** Attempts all parked messages that are due. */
    void replayDue() {
        Optional<DeadLetter> due = deadLetters.claimDue();
        while (due.isPresent()) {
            attempt(due.get());
            due = deadLetters.claimDue();
        }
    }

    private Outcome attempt(DeadLetter letter) {
        ListenerAdapter<?> adapter = adapters.get(letter.channel());
        if (adapter == null) {
            log.warn("Parked message has no listener: message={} channel={}", letter.id(), letter.channel());
            return Outcome.FAILED;
        }
        try {
            adapter.handle(letter.data());
        } catch (RuntimeException e) {
            log.warn("Parked message failed again: message={}", letter.id(), e);
            deadLetters.attemptFailed(letter.id(), e);
            return Outcome.FAILED;
        }
        deadLetters.remove(letter.id());
        log.info("Parked message handled: message={}", letter.id());
        return Outcome.HANDLED;
    }
}
