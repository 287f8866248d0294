package com.ticketing.common.messaging;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Lists parked messages ({@code GET /actuator/deadletters}) and delivers one again ({@code POST
 * /actuator/deadletters/{id}}).
 */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

    private final DeadLetters deadLetters;
    private final DeadLetterReplay replay;

    DeadLettersEndpoint(DeadLetters deadLetters, DeadLetterReplay replay) {
        this.deadLetters = deadLetters;
        this.replay = replay;
    }

    record Listing(long parked, List<DeadLetter> deadLetters) {}

    record Replayed(String id, DeadLetterReplay.Outcome outcome) {}

    @ReadOperation
    Listing list() {
        return new Listing(deadLetters.countParked(), deadLetters.parkedLetters());
    }

    @WriteOperation
    Replayed replay(@Selector String id) {
        return new Replayed(id, replay.replay(id));
    }
}
