package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
        /**
         * For the replay timeout, the broker did not answer or a channel that had messages was silent, or the service
         * stopped before the end.
         */
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
    private ChannelPosition last = ChannelPosition.START;
    private ChannelPosition seen = ChannelPosition.START;
    private Instant latestTime = Instant.EPOCH;
    private boolean hadMessages;
    private long handled;
    private int store;

    ReplayedChannel(ListenerAdapter<?> adapter) {
        this.adapter = adapter;
    }

    Subject subject() {
        return adapter.subject();
    }

    synchronized Progress progress() {
        return new Progress(subject().channel(), state, handled, last.sequence());
    }

    /**
     * Begins or continues the replay. Begins again if the broker's store was replaced in the meantime. A higher end
     * with an earlier time is no proof: the broker's clock may have been behind.
     *
     * @return the number of the store, for the messages of a subscription that starts now
     * @throws IllegalStateException if the channel seems empty and was not; a slow broker looks the same
     */
    synchronized int readTo(ChannelPosition end) {
        boolean isSilent = end.equals(ChannelPosition.START);
        if (isSilent && hadMessages) {
            throw new IllegalStateException("The channel had messages before and sent none");
        }
        hadMessages |= !isSilent;
        if (isReplaced(last, end) || isReplaced(seen, end)) {
            restart();
        }
        if (state == State.WAITING) {
            last = end;
            state = State.READING;
        }
        endIfDone();
        return store;
    }

    /** In one store, the end never becomes lower. */
    private static boolean isReplaced(ChannelPosition earlier, ChannelPosition end) {
        return !end.includes(earlier) || end.isOtherMessage(earlier);
    }

    private void restart() {
        state = State.WAITING;
        last = ChannelPosition.START;
        seen = ChannelPosition.START;
        latestTime = Instant.EPOCH;
        failing.clear();
        handled = 0;
        store++;
    }

    /**
     * Returns true if the message can be acknowledged. A message that is already handled is acknowledged without
     * delivery.
     *
     * @param from the store of the message's subscription; messages of an earlier store are rejected
     */
    boolean deliver(ReceivedMessage message, int from) {
        if (!isOfCurrentStore(message.position(), from)) {
            return false;
        }
        if (isHandled(message.sequence())) {
            return true;
        }
        boolean acked = adapter.deliver(message);
        count(message.position(), acked, from);
        return acked;
    }

    /**
     * If the message shows that the broker's store was replaced, its subscription has started in the middle of the new
     * store. All its messages are then rejected, and the next {@link #readTo} begins again.
     */
    private synchronized boolean isOfCurrentStore(ChannelPosition position, int from) {
        if (from == store && isOfNewStore(position)) {
            restart();
        }
        return from == store;
    }

    /**
     * The first message of a resumed replay is the last one that was seen or an earlier one. In the same store, it has
     * no time later than all that were seen.
     */
    private boolean isOfNewStore(ChannelPosition position) {
        return position.isOtherMessage(seen)
                || (seen.includes(position) && position.publishedAt().isAfter(latestTime));
    }

    /** First deliveries arrive in sequence, so every message up to the highest seen is either failing or handled. */
    private synchronized boolean isHandled(long sequence) {
        return sequence <= seen.sequence() && !failing.contains(sequence);
    }

    /** Counts a message once, although a message is delivered twice if the connection was lost during its delivery. */
    private synchronized void count(ChannelPosition position, boolean acked, int from) {
        if (from != store) {
            // the broker's store was replaced during the delivery
            return;
        }
        latestTime = Collections.max(List.of(latestTime, position.publishedAt()));
        long sequence = position.sequence();
        boolean first = !seen.includes(position);
        if (first) {
            seen = position;
        }
        if (acked && (failing.remove(sequence) || first)) {
            handled++;
        } else if (!acked && first) {
            failing.add(sequence);
        }
        endIfDone();
    }

    /** Returns the sequence number at which a new subscription must start: a failing message, or the last one seen. */
    synchronized long resumeFrom() {
        return failing.stream().mapToLong(Long::longValue).min().orElse(Math.max(1, seen.sequence()));
    }

    private void endIfDone() {
        if (state == State.READING
                && seen.includes(last)
                && failing.stream().noneMatch(sequence -> sequence <= last.sequence())) {
            state = last.equals(ChannelPosition.START) ? State.EMPTY : State.DONE;
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
