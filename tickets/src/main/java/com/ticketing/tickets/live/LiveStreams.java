package com.ticketing.tickets.live;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The open streams of this process. Publishes every ticket change to all of them.
 *
 * <p>The default phase makes it stop before the web server, which would otherwise wait for the streams' requests.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LiveProperties properties;
    private final ChangeJournal journal;

    /** The open streams and the client addresses that opened them. */
    private final Map<LiveStream, String> streams = new HashMap<>();

    private boolean running;

    LiveStreams(LiveProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.journal = new ChangeJournal(properties.journal());
        Gauge.builder("tickets.live.streams", this, LiveStreams::count)
                .description("Open streams of the live ticket list")
                .register(meters);
    }

    synchronized void publish(TicketChange change) {
        switch (journal.append(change)) {
            case NEW -> streams.keySet().forEach(stream -> stream.offer(change));
            case GAP -> streams.keySet().forEach(stream -> stream.offer(new StreamMessage.Reset(journal.position())));
            case STALE -> {}
        }
    }

    /**
     * Opens a stream that resumes from the given position, or starts at the current one.
     *
     * @param address the client's address
     * @throws ApiException {@link TicketError#TOO_MANY_STREAMS} if the limit of all streams or that of the address is
     *     reached, or the process is shutting down
     */
    synchronized LiveStream open(Optional<StreamPosition> reached, String address, ClientConnection client) {
        if (!running || streams.size() >= properties.streams() || hasItsShare(address)) {
            throw new ApiException(TicketError.TOO_MANY_STREAMS).withRetryAfter(RETRY_AFTER);
        }
        Optional<List<TicketChange>> missed = reached.flatMap(journal::since);
        StreamPosition from = missed.isPresent() ? reached.orElseThrow() : journal.position();
        List<? extends StreamMessage> first = missed.isEmpty() && reached.isPresent()
                ? List.of(new StreamMessage.Reset(from))
                : missed.orElse(List.of());
        LiveStream stream = new LiveStream(from, first, client, properties, this::remove);
        streams.put(stream, address);
        return stream;
    }

    private boolean hasItsShare(String address) {
        return Collections.frequency(streams.values(), address) >= properties.streamsPerAddress();
    }

    private synchronized void remove(LiveStream stream) {
        streams.remove(stream);
    }

    private synchronized int count() {
        return streams.size();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        streams.keySet().forEach(LiveStream::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
