package com.ticketing.tickets.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a stream or a process: the sequence number of its last event on each channel. Its text is the id of a
 * server-sent event. Sequence numbers are equal in every process, so clients can resume on any of them.
 */
record StreamPosition(long created, long updated) {

    static final StreamPosition START = new StreamPosition(0, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Returns the position, or empty if the text is not a valid position. */
    static Optional<StreamPosition> parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new StreamPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    long on(Channel channel) {
        return channel == Channel.CREATED ? created : updated;
    }

    StreamPosition with(Channel channel, long sequence) {
        return channel == Channel.CREATED
                ? new StreamPosition(sequence, updated)
                : new StreamPosition(created, sequence);
    }

    boolean includes(TicketChange change) {
        return change.sequence() <= on(change.channel());
    }

    @Override
    public String toString() {
        return created + "-" + updated;
    }
}
