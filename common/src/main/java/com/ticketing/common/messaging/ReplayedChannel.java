package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The replay of one channel, up to the message that was the last one when the replay started. */
final class ReplayedChannel {

    enum State {
        WAITING,
        READING,
        DONE,
        /** The broker answered and sent no message. */
        EMPTY,
        /** The broker did not answer for the replay timeout, or the service stopped before the end. */
        GIVEN_UP
    }

    /**
     * The progress of a replay.
     *
     * @param handled the number of messages that were handled or parked
     * @param last the sequence number of the last message to replay
     */
    record Progress(String channel, State state, long handled, long last) {}

    private final ListenerAdapter<?> adapter;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Set<Long> failing = new HashSet<>();
    private State state = State.WAITING;
    private long last;
    private long seen;
    private long handled;

    ReplayedChannel(ListenerAdapter<?> adapter) {
        this.adapter = adapter;
    }

    Subject subject() {
        return adapter.subject();
    }

    synchronized Progress progress() {
        return new Progress(subject().channel(), state, handled, last);
    }

    synchronized void readTo(long lastSequence) {
        last = lastSequence;
        state = State.READING;
        endIfDone();
    }

    /** Returns true if the message can be acknowledged. A message that is already handled is acknowledged without delivery. */
    boolean deliver(ReceivedMessage message) {
        if (isHandled(message.sequence())) {
            return true;
        }
        boolean acked = adapter.deliver(message);
        count(message.sequence(), acked);
        return acked;
    }

    /** First deliveries arrive in sequence, so every message up to the highest seen is either failing or handled. */
    private synchronized boolean isHandled(long sequence) {
        return sequence <= seen && !failing.contains(sequence);
    }

    /** Counts a message once, although a message is delivered twice if the connection was lost during its delivery. */
    private synchronized void count(long sequence, boolean acked) {
        boolean first = sequence > seen;
        seen = Math.max(seen, sequence);
        if (acked && (failing.remove(sequence) || first)) {
            handled++;
        } else if (!acked && first) {
            failing.add(sequence);
        }
        endIfDone();
    }

    /** Returns the sequence number at which a new subscription must start. */
    synchronized long firstUnhandled() {
        return failing.stream().mapToLong(Long::longValue).min().orElse(seen + 1);
    }

    private void endIfDone() {
        if (state == State.READING && seen >= last && failing.stream().noneMatch(sequence -> sequence <= last)) {
            state = last == 0 ? State.EMPTY : State.DONE;
            done.countDown();
        }
    }

    synchronized boolean isReading() {
        return state == State.READING;
    }

    synchronized boolean isDone() {
        return state == State.DONE || state == State.EMPTY;
    }

    boolean awaitDone(Duration timeout) throws InterruptedException {
        return done.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void giveUp() {
        if (!isDone()) {
            state = State.GIVEN_UP;
        }
    }
}
