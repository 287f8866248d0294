package com.ticketing.tickets.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader. Changes wait in a bounded queue of its own: a reader who is too slow for it is left and may come back. */
final class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final BlockingQueue<Signal> waiting;
    private final List<? extends Signal> first;
    private final Sink sink;
    private final Duration heartbeat;
    private final Consumer<LiveStream> whenOver;
    private Position position;
    private volatile boolean ended;

    LiveStream(
            Position position,
            List<? extends Signal> first,
            Sink sink,
            LiveProperties properties,
            Consumer<LiveStream> whenOver) {
        this.position = position;
        this.first = first;
        this.sink = sink;
        this.waiting = new LinkedBlockingQueue<>(properties.backlog());
        this.heartbeat = properties.heartbeat();
        this.whenOver = whenOver;
    }

    /** Never waits. */
    void offer(Signal signal) {
        if (!ended && !waiting.offer(signal)) {
            log.info("A reader of the live list is too slow and is left");
            end();
        }
    }

    void end() {
        ended = true;
        waiting.clear();
        waiting.offer(new Signal.End());
    }

    /** Writes until the end, whoever brings it about. */
    void run() {
        try {
            sink.open(position, RETRY);
            for (Signal signal : first) {
                if (!ended) {
                    write(signal);
                }
            }
            while (!ended) {
                Signal signal = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (signal == null) {
                    sink.heartbeat();
                } else {
                    write(signal);
                }
            }
            sink.end();
        } catch (IOException | IllegalStateException e) {
            // the server has noticed it too, and ends the request by itself
            log.debug("The reader has left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            whenOver.accept(this);
        }
    }

    private void write(Signal signal) throws IOException {
        switch (signal) {
            case Change change -> {
                if (!position.isPast(change)) {
                    position = position.with(change.channel(), change.sequence());
                    sink.event(position, change.event(), change.data());
                }
            }
            case Signal.Reset reset -> {
                position = reset.position();
                // an event without data would not reach a reader
                sink.event(position, "reset", "{}");
            }
            case Signal.End end -> {}
        }
    }
}
