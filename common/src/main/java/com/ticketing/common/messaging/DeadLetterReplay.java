package com.ticketing.common.messaging;

import com.ticketing.common.events.UnreadableEventException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers parked messages to their listeners again: periodically, on an operator's request, and unreadable ones also
 * when the service starts, because an upgrade may have made them readable.
 */
class DeadLetterReplay {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

    private final DeadLetters deadLetters;
    private final Map<String, ListenerAdapter<?>> adapters;
    private boolean unreadableRetried;

    DeadLetterReplay(DeadLetters deadLetters, List<ListenerAdapter<?>> adapters) {
        this.deadLetters = deadLetters;
        this.adapters = adapters.stream()
                .collect(Collectors.toMap(adapter -> adapter.subject().channel(), Function.identity()));
    }

    /** The result of an attempt. */
    enum Outcome {
        /** The message was handled and is no longer parked. */
        HANDLED,
        /** The message was not handled and stays parked. */
        FAILED,
        /** No message with this id is parked. */
        UNKNOWN
    }

    Outcome replay(String id) {
        return deadLetters.claim(id).map(this::attempt).orElse(Outcome.UNKNOWN);
    }

    /** Attempts all parked messages that are due; the first call also attempts the unreadable ones. */
    void replayDue() {
        if (!unreadableRetried) {
            deadLetters.retryUnreadable();
            unreadableRetried = true;
        }
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
        } catch (UnreadableEventException e) {
            log.warn("Parked message still unreadable: message={} error={}", letter.id(), e.getMessage());
            deadLetters.attemptFailed(letter.id(), e);
            return Outcome.FAILED;
        } catch (RedeliverLaterException e) {
            log.info("Parked message postponed: message={} reason={}", letter.id(), e.getMessage());
            return Outcome.FAILED;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            if (DependencyOutages.isCauseOf(e)) {
                log.warn("Parked message interrupted by an outage: message={} error={}", letter.id(), e.toString());
                return Outcome.FAILED;
            }
            log.warn("Parked message failed again: message={}", letter.id(), e);
            deadLetters.attemptFailed(letter.id(), e);
            return Outcome.FAILED;
        }
        deadLetters.remove(letter.id());
        log.info("Parked message handled: message={}", letter.id());
        return Outcome.HANDLED;
    }
}
