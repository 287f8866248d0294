package com.ticketing.common.messaging;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Lets an operator have this service's channels read again from the start: {@code POST /actuator/replay} begins,
 * {@code GET /actuator/replay} tells how far it has come. Both are answered by the process that is asked.
 */
@Endpoint(id = "replay")
class ReplayEndpoint {

    private final ChannelReplay replay;

    ReplayEndpoint(ChannelReplay replay) {
        this.replay = replay;
    }

    record Channels(List<ReplayedChannel.Progress> channels) {}

    @ReadOperation
    Channels progress() {
        return new Channels(replay.progress());
    }

    @WriteOperation
    Channels begin() {
        replay.begin();
        return progress();
    }
}
