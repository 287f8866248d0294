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
        /** Nothing came at all: there is no message, or the broker did not send one in time. */
        EMPTY,
        /** The broker or the service went away before the end. */
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

    /** True if the message can be acked. Called by one thread at a time. */
    boolean deliver(ReceivedMessage message) {
        boolean acked = delivery.deliver(message);
        count(message.sequence(), acked);
        return acked;
    }

    private synchronized void count(long sequence, boolean acked) {
        // first deliveries come in order, so whatever is at or below this was seen
        seen = Math.max(seen, sequence);
        if (acked) {
            failing.remove(sequence);
            handled++;
        } else {
            failing.add(sequence);
        }
        endIfDone();
    }

    private void endIfDone() {
        if (state == State.READING && seen >= last && failing.stream().noneMatch(sequence -> sequence <= last)) {
            state = last == 0 ? State.EMPTY : State.DONE;
            done.countDown();
        }
    }

    synchronized boolean isDone() {
        return state == State.DONE || state == State.EMPTY;
    }

    boolean awaitDone(Duration patience) throws InterruptedException {
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void giveUp() {
        state = State.GIVEN_UP;
    }
}
