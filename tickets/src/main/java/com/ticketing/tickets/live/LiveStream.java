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

/**
 * One client's stream of ticket changes. Changes wait in a bounded queue: a client that is too slow for it is
 * disconnected, and can reconnect and resume.
 */
final class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(2);

    private final BlockingQueue<StreamMessage> queue;
    private final List<? extends StreamMessage> first;
    private final ClientConnection client;
    private final LiveProperties properties;
    private final Consumer<LiveStream> onEnd;
    private StreamPosition position;
    private volatile boolean ended;

    /**
     * @param first the messages to write before those that are offered
     * @param onEnd called once, after the last write
     */
    LiveStream(
            StreamPosition position,
            List<? extends StreamMessage> first,
            ClientConnection client,
            LiveProperties properties,
            Consumer<LiveStream> onEnd) {
        this.position = position;
        this.first = first;
        this.client = client;
        this.properties = properties;
        this.queue = new LinkedBlockingQueue<>(properties.backlog());
        this.onEnd = onEnd;
    }

    /** Adds the message to the queue, or ends the stream if the queue is full. Never blocks. */
    void offer(StreamMessage message) {
        if (!ended && !queue.offer(message)) {
            log.info("Slow live client disconnected: backlog={}", properties.backlog());
            end();
        }
    }

    void end() {
        ended = true;
        queue.clear();
        queue.offer(new StreamMessage.End());
    }

    /** Sends the position and the reconnect delay. Must be called before {@link #run}. */
    void open() {
        try {
            client.open(position, RECONNECT_DELAY);
        } catch (IOException | IllegalStateException e) {
            log.debug("Live client disconnected", e);
            end();
        }
    }

    /** Writes messages and heartbeats until the stream ends or the client disconnects. */
    void run() {
        try {
            for (StreamMessage message : first) {
                if (!ended) {
                    write(message);
                }
            }
            while (!ended) {
                StreamMessage message = queue.poll(properties.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
                if (message == null) {
                    client.sendHeartbeat();
                } else {
                    write(message);
                }
            }
            client.close();
        } catch (IOException | IllegalStateException e) {
            // the servlet container detects the closed connection itself and completes the request
            log.debug("Live client disconnected", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            onEnd.accept(this);
        }
    }

    private void write(StreamMessage message) throws IOException {
        switch (message) {
            case TicketChange change -> {
                if (!position.includes(change)) {
                    position = position.with(change.channel(), change.position());
                    client.sendEvent(position, change.event(), change.data());
                }
            }
            case StreamMessage.Reset reset -> {
                position = reset.position();
                // browsers ignore an event without data
                client.sendEvent(position, "reset", "{}");
            }
            case StreamMessage.End end -> {}
        }
    }
}
