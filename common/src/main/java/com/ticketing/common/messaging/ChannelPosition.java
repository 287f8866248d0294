package com.ticketing.common.messaging;

import java.time.Instant;

/**
 * The position of an event on its channel, equal in every process.
 *
 * <p>Sequence numbers start again at 1 when the broker's store is replaced. While the broker runs, a later message of a
 * channel never has an earlier time. If its clock is behind after a restart or a change of the leader, later messages
 * have earlier times until the clock has caught up.
 *
 * @param sequence the sequence number, counted from 1
 * @param publishedAt when the broker stored the event
 */
public record ChannelPosition(long sequence, Instant publishedAt) {

    /** Before the first event of every channel. */
    public static final ChannelPosition START = new ChannelPosition(0, Instant.EPOCH);

    /**
     * Returns whether the event at this position is the other one or comes after it, provided that one store has both.
     */
    public boolean includes(ChannelPosition other) {
        return sequence >= other.sequence;
    }

    /**
     * Returns whether this position has the other one's sequence number and another time. They then belong to different
     * stores: one store gives a sequence number to one message only.
     */
    boolean isOtherMessage(ChannelPosition other) {
        return sequence == other.sequence && !equals(other);
    }

    /**
     * Returns whether sequence numbers and times have the same order. Two positions of one store can contradict each
     * other if the broker's clock was behind.
     */
    public boolean isConsistentWith(ChannelPosition other) {
        int bySequence = Long.compare(sequence, other.sequence);
        int byTime = publishedAt.compareTo(other.publishedAt);
        return bySequence == 0 ? byTime == 0 : Integer.signum(bySequence) * Integer.signum(byTime) >= 0;
    }
}
