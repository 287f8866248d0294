package com.ticketing.common.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives parked messages to their listener again: those that could be read by the hour, any of them when an operator says so. */
class DeadLetterReplay {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

    private final DeadLetters deadLetters;
    private final Map<String, Delivery<?>> deliveries;

    DeadLetterReplay(DeadLetters deadLetters, List<Delivery<?>> deliveries) {
        this.deadLetters = deadLetters;
        this.deliveries = deliveries.stream()
                .collect(Collectors.toMap(delivery -> delivery.subject().channel(), Function.identity()));
    }

    /** What came of an attempt. */
    enum Outcome {
        /** It took effect and is no longer parked. */
        HANDLED,
        /** It failed again and stays parked. */
        FAILED,
        /** No such message is parked. */
        UNKNOWN
    }

    Outcome replay(String id) {
        return deadLetters.claim(id).map(this::attempt).orElse(Outcome.UNKNOWN);
    }

    /** Tries all messages that are due. */
    void replayDue() {
        Optional<DeadLetter> due = deadLetters.claimDue();
        while (due.isPresent()) {
            attempt(due.get());
            due = deadLetters.claimDue();
        }
    }

    private Outcome attempt(DeadLetter letter) {
        Delivery<?> delivery = deliveries.get(letter.channel());
        if (delivery == null) {
            log.warn("{} stays parked: nothing listens to {} any more", letter.id(), letter.channel());
            return Outcome.FAILED;
        }
        try {
            delivery.handle(letter.data());
        } catch (RuntimeException e) {
            log.warn("{} failed again and stays parked", letter.id(), e);
            deadLetters.attemptFailed(letter.id(), e);
            return Outcome.FAILED;
        }
        deadLetters.forget(letter.id());
        log.info("{} took effect and is no longer parked", letter.id());
        return Outcome.HANDLED;
    }
}
