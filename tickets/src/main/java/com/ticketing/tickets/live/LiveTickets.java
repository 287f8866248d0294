package com.ticketing.tickets.live;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives every change to every stream of this process. As the last to start and the first to stop, it ends the streams
 * before the server begins to wait for its requests.
 */
@Component
class LiveTickets implements SmartLifecycle {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final LiveProperties properties;
    private final Journal journal;
    private final Set<LiveStream> streams = new HashSet<>();
    private boolean running;

    LiveTickets(LiveProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.journal = new Journal(properties.journal());
        Gauge.builder("tickets.live.streams", this, LiveTickets::open)
                .description("Readers of the live list")
                .register(meters);
    }

    synchronized void publish(Change change) {
        switch (journal.add(change)) {
            case NEWS -> streams.forEach(stream -> stream.offer(change));
            case GAP -> streams.forEach(stream -> stream.offer(new Signal.Reset(journal.position())));
            case NOTHING_NEW -> {}
        }
    }

    /**
     * A stream that goes on from the given position, or else from now.
     *
     * @throws ApiException 503 if there are too many, or none any more
     */
    synchronized LiveStream open(Optional<Position> reached, Sink sink) {
        if (!running || streams.size() >= properties.streams()) {
            throw new ApiException(TicketError.TOO_MANY_STREAMS).withRetryAfter(RETRY_AFTER);
        }
        Optional<List<Change>> missed = reached.flatMap(journal::since);
        Position from = missed.isPresent() ? reached.orElseThrow() : journal.position();
        List<? extends Signal> first =
                missed.isEmpty() && reached.isPresent() ? List.of(new Signal.Reset(from)) : missed.orElse(List.of());
        LiveStream stream = new LiveStream(from, first, sink, properties, this::forget);
        streams.add(stream);
        return stream;
    }

    private synchronized void forget(LiveStream stream) {
        streams.remove(stream);
    }

    private synchronized int open() {
        return streams.size();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        streams.forEach(LiveStream::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
