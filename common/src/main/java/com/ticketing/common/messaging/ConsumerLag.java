package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.streaming.StreamingConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker periodically for the ends of the service's channels, for the metric of the lag. */
final class ConsumerLag {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Map<Subject, ConsumerMetrics> channels;
    private final BrokerConnection connection;
    private final ChannelEnds ends;
    private final Queue<Subject> waiting = new ArrayDeque<>();

    ConsumerLag(Map<Subject, ConsumerMetrics> channels, BrokerConnection connection) {
        this.channels = channels;
        this.connection = connection;
        this.ends = new ChannelEnds(connection);
    }

    /** Asks for the end of one channel, so that the task can stop soon. Returns whether more channels follow. */
    boolean updateNext() {
        if (waiting.isEmpty()) {
            waiting.addAll(channels.keySet());
        }
        Subject next = waiting.poll();
        if (next == null || !connection.isConnected()) {
            waiting.clear();
            return false;
        }
        try {
            StreamingConnection broker = connection.current();
            ChannelPosition last = ends.lastPosition(broker, next, SILENCE);
            if (connection.isStill(broker)) {
                Objects.requireNonNull(channels.get(next)).endsAt(last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | TimeoutException | RuntimeException e) {
            log.debug("End of channel not known: channel={}", next.channel(), e);
        }
        return !waiting.isEmpty();
    }
}
