package com.ticketing.tickets.live;

import com.ticketing.common.messaging.ChannelPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a stream or a process: the position of its last event on each channel. Its text is the id of a
 * server-sent event. Positions are equal in every process, so clients can resume on any of them.
 */
record StreamPosition(ChannelPosition created, ChannelPosition updated) {

    static final StreamPosition START = new StreamPosition(ChannelPosition.START, ChannelPosition.START);

    private static final long NANOS = 1_000_000_000;
    private static final int RADIX = 36;

    /** Earlier versions of this service wrote no times. */
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})(?:\\.([0-9a-z]{1,12}))?-(\\d{1,18})(?:\\.([0-9a-z]{1,12}))?");

    /** Returns the position, or empty if the text is not a valid position. */
    static Optional<StreamPosition> parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new StreamPosition(
                        position(parts.group(1), parts.group(2)), position(parts.group(3), parts.group(4))))
                : Optional.empty();
    }

    private static ChannelPosition position(String sequence, @Nullable String time) {
        long nanos = time == null ? 0 : Long.parseLong(time, RADIX);
        return new ChannelPosition(Long.parseLong(sequence), Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
    }

    private static String text(ChannelPosition position) {
        Instant time = position.publishedAt();
        long nanos = time.getEpochSecond() * NANOS + time.getNano();
        return position.sequence() + "." + Long.toString(nanos, RADIX);
    }

    ChannelPosition on(Channel channel) {
        return channel == Channel.CREATED ? created : updated;
    }

    StreamPosition with(Channel channel, ChannelPosition position) {
        return channel == Channel.CREATED
                ? new StreamPosition(position, updated)
                : new StreamPosition(created, position);
    }

    boolean includes(TicketChange change) {
        return on(change.channel()).includes(change.position());
    }

    @Override
    public String toString() {
        return text(created) + "-" + text(updated);
    }
}
