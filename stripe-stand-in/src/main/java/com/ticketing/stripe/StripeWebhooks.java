package com.ticketing.stripe;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends events to the endpoint, if there is one, or holds them back for a while. */
final class StripeWebhooks implements AutoCloseable {

    private final Clock clock;
    private final Duration longestPause;
    private @Nullable StripeWebhookEndpoint endpoint;
    private @Nullable List<StripeEvent> held;

    /** @param longestPause between two attempts to send an event */
    StripeWebhooks(Clock clock, Duration longestPause) {
        this.clock = clock;
        this.longestPause = longestPause;
    }

    /** Replaces the endpoint. What was not accepted by the previous one must be sent again. */
    synchronized void sendTo(URI url, String secret, Consumer<StripeEvent> completed) {
        close();
        endpoint = new StripeWebhookEndpoint(url, secret, clock, longestPause, completed);
    }

    synchronized boolean hasEndpoint() {
        return endpoint != null;
    }

    /** Holds new events until {@link #release}. */
    synchronized void hold() {
        if (held == null) {
            held = new ArrayList<>();
        }
    }

    /**
     * Sends the held events one after another and stops holding new ones.
     *
     * @param copies how often each event is sent
     * @param backwards whether the newest event is sent first
     */
    synchronized void release(int copies, boolean backwards) {
        List<StripeEvent> events = held == null ? List.of() : held;
        held = null;
        List<StripeEvent> sent = new ArrayList<>();
        for (StripeEvent event : backwards ? events.reversed() : events) {
            for (int copy = 0; copy < copies; copy++) {
                sent.add(event);
            }
        }
        if (endpoint != null) {
            endpoint.sendInOrder(sent);
        }
    }

    synchronized void send(StripeEvent event) {
        if (held != null) {
            held.add(event);
        } else if (endpoint != null) {
            endpoint.send(event);
        }
    }

    /** Removes the endpoint, and ends all retries. */
    @Override
    public synchronized void close() {
        if (held != null) {
            held.clear();
        }
        if (endpoint != null) {
            endpoint.close();
            endpoint = null;
        }
    }
}
