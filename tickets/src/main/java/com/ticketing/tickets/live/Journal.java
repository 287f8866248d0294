package com.ticketing.tickets.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The latest changes that this process has heard of, for streams that went on elsewhere. Not thread-safe. */
final class Journal {

    /** What was heard. */
    enum Heard {
        NEWS,
        /** It came before, or a newer one of its ticket did. */
        NOTHING_NEW,
        /** Something before it was never heard, and what it was cannot be told. */
        GAP
    }

    /** Versions are remembered longer than changes: an outbox may repeat itself late. */
    private static final int VERSIONS_PER_CHANGE = 10;

    private final int longest;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Map<String, Long> newest;
    private final Set<Channel> heard = EnumSet.noneOf(Channel.class);
    private Position position = Position.START;

    /** Up to here something may be missing from {@link #changes}. */
    private Position horizon = Position.START;

    Journal(int longest) {
        this.longest = longest;
        int versions = longest * VERSIONS_PER_CHANGE;
        this.newest = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > versions;
            }
        };
    }

    Position position() {
        return position;
    }

    Heard add(Change change) {
        Channel channel = change.channel();
        boolean first = heard.add(channel);
        if (!first && position.isPast(change)) {
            return Heard.NOTHING_NEW;
        }
        boolean gap = !first && change.sequence() > position.on(channel) + 1;
        if (first) {
            horizon = horizon.with(channel, change.sequence() - 1);
        }
        position = position.with(channel, change.sequence());
        boolean news = isNews(change);
        if (gap) {
            changes.clear();
            horizon = position;
            return Heard.GAP;
        }
        if (news) {
            keep(change);
        }
        return news ? Heard.NEWS : Heard.NOTHING_NEW;
    }

    private boolean isNews(Change change) {
        Long known = newest.get(change.ticketId());
        if (known != null && known >= change.version()) {
            return false;
        }
        newest.remove(change.ticketId());
        newest.put(change.ticketId(), change.version());
        return true;
    }

    private void keep(Change change) {
        changes.add(change);
        if (changes.size() > longest) {
            Change forgotten = changes.remove();
            horizon = horizon.with(forgotten.channel(), forgotten.sequence());
        }
    }

    /** What a stream that has come to the given position has missed; empty if that cannot be told. */
    Optional<List<Change>> since(Position reached) {
        for (Channel channel : Channel.values()) {
            if (!canTell(channel, reached.on(channel))) {
                return Optional.empty();
            }
        }
        Map<String, Long> seen = new HashMap<>();
        changes.stream()
                .filter(reached::isPast)
                .forEach(change -> seen.merge(change.ticketId(), change.version(), Math::max));
        List<Change> missed = new ArrayList<>(changes);
        missed.removeIf(
                change -> reached.isPast(change) || seen.getOrDefault(change.ticketId(), -1L) > change.version());
        return Optional.of(missed);
    }

    /** A stream may be ahead of a process that lags; one that is far ahead says so of its own making. */
    private boolean canTell(Channel channel, long reached) {
        return heard.contains(channel)
                ? reached >= horizon.on(channel) && reached - position.on(channel) <= longest
                : reached == 0;
    }
}
