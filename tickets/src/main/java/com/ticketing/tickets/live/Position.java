package com.ticketing.tickets.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream or a process has come: the number of the last event on each channel. As text it is the id of an event
 * on a stream, and means the same to every process.
 */
record Position(long created, long updated) {

    static final Position START = new Position(0, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Empty for what is no position of any stream. */
    static Optional<Position> parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    long on(Channel channel) {
        return channel == Channel.CREATED ? created : updated;
    }

    Position with(Channel channel, long sequence) {
        return channel == Channel.CREATED ? new Position(sequence, updated) : new Position(created, sequence);
    }

    boolean isPast(Change change) {
        return change.sequence() <= on(change.channel());
    }

    @Override
    public String toString() {
        return created + "-" + updated;
    }
}
