package com.ticketing.tickets.live;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live list.
 *
 * @param heartbeat after which silence a stream says that it is there; below what proxies wait for
 * @param streams how many are open at once per process
 * @param journal changes that a process remembers for streams that come back
 * @param backlog changes that may wait for a slow reader before it is left
 * @param since how far back a process that starts listens
 */
@ConfigurationProperties("tickets.live")
record LiveProperties(
        @DefaultValue("PT15S") Duration heartbeat,
        @DefaultValue("2000") int streams,
        @DefaultValue("10000") int journal,
        @DefaultValue("1000") int backlog,
        @DefaultValue("PT1H") Duration since) {

    LiveProperties {
        if (!heartbeat.isPositive() || !since.isPositive()) {
            throw new InvalidSettingException(
                    "TICKETS_LIVE_HEARTBEAT and TICKETS_LIVE_SINCE must be longer than nothing",
                    "set them to durations such as PT15S");
        }
        if (streams < 1 || journal < 1 || backlog < 1) {
            throw new InvalidSettingException(
                    "TICKETS_LIVE_STREAMS, TICKETS_LIVE_JOURNAL and TICKETS_LIVE_BACKLOG must be at least 1",
                    "leave them out for the defaults");
        }
    }
}
