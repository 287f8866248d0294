package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One channel that is read again, up to the message that was its last when that began. */
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
     * How far it has come.
     *
     * @param last the sequence number of the last message to be handled
     * @param handled messages that took effect, or were parked
     */
    record Progress(String channel, State state, long handled, long last) {}

    private final Delivery<?> delivery;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Set<Long> failing = new HashSet<>();
    private State state = State.WAITING;
    private long last;
    private long seen;
    private long handled;

    ReplayedChannel(Delivery<?> delivery) {
        this.delivery = delivery;
    }

    Subject subject() {
        return delivery.subject();
    }

    synchronized Progress progress() {
        return new Progress(subject().channel(), state, handled, last);
    }

    synchronized void readTo(long lastSequence) {
        last = lastSequence;
        state = State.READING;
        endIfDone();
    }

    /** Returns true if the message can be acked. A message that is already handled is acked without delivery. */
    boolean deliver(ReceivedMessage message) {
        if (isHandled(message.sequence())) {
            return true;
        }
        boolean acked = delivery.deliver(message);
        count(message.sequence(), acked);
        return acked;
    }

    /** First deliveries arrive in sequence, so every message up to the highest seen is either failing or handled. */
    private synchronized boolean isHandled(long sequence) {
        return sequence <= seen && !failing.contains(sequence);
    }

    /** Called twice for a message whose delivery was under way when the connection was lost; counts it once. */
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

    /** The sequence number at which a new subscription has to start. */
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

    boolean awaitDone(Duration patience) throws InterruptedException {
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void giveUp() {
        if (!isDone()) {
            state = State.GIVEN_UP;
        }
    }
}
