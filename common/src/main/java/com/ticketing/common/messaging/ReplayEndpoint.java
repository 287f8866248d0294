package com.ticketing.common.messaging;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Starts a replay of the service's channels ({@code POST /actuator/replay}) and reports its progress ({@code GET
 * /actuator/replay}). Both concern the process that receives the request.
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
