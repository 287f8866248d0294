package com.ticketing.tickets.live;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live ticket list, {@code GET /api/tickets/events}.
 *
 * @param heartbeat keep-alive interval of an idle stream; it must be shorter than the idle timeout of proxies
 * @param streams maximum number of open streams per process; further clients receive 503
 * @param streamsPerAddress maximum number of open streams per process from one client address; many users may share an
 *     address
 * @param journal number of recent changes that a process keeps, so that interrupted streams can resume
 * @param backlog buffer size per client, in changes; slower clients are disconnected
 * @param since age of the oldest events that a process reads from the broker when it connects
 */
@ConfigurationProperties("tickets.live")
record LiveProperties(
        @DefaultValue("PT15S") Duration heartbeat,
        @DefaultValue("2000") int streams,
        @DefaultValue("100") int streamsPerAddress,
        @DefaultValue("10000") int journal,
        @DefaultValue("1000") int backlog,
        @DefaultValue("PT1H") Duration since) {

    LiveProperties {
        if (!heartbeat.isPositive() || !since.isPositive()) {
            throw new InvalidSettingException(
                    "TICKETS_LIVE_HEARTBEAT and TICKETS_LIVE_SINCE must be positive",
                    "set them to durations such as PT15S");
        }
        if (streams < 1 || streamsPerAddress < 1 || journal < 1 || backlog < 1) {
            throw new InvalidSettingException(
                    "TICKETS_LIVE_STREAMS, TICKETS_LIVE_STREAMS_PER_ADDRESS, TICKETS_LIVE_JOURNAL and TICKETS_LIVE_BACKLOG must be at least 1",
                    "leave them out for the defaults");
        }
    }
}
