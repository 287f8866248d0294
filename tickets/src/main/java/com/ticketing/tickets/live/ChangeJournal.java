package com.ticketing.tickets.live;

import com.ticketing.common.messaging.ChannelPosition;
import java.time.Instant;
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

/**
 * The most recent ticket changes that this process received. A stream that was interrupted resumes from it, on any
 * process. Not thread-safe.
 */
final class ChangeJournal {

    enum AppendResult {
        NEW,
        /** The change is a duplicate, or a newer version of its ticket arrived before it. */
        STALE,
        /** Changes before this one are unknown: the channel skipped events, or its sequence numbers started again. */
        GAP
    }

    /** Versions are kept longer than changes, because an outbox may publish a duplicate late. */
    private static final int VERSIONS_PER_CHANGE = 10;

    private final int capacity;
    private final Deque<TicketChange> changes = new ArrayDeque<>();
    private final Map<String, Long> latestVersions;
    private final Set<Channel> receivedFrom = EnumSet.noneOf(Channel.class);
    private StreamPosition position = StreamPosition.START;

    /** {@link #changes} is complete only after this position. */
    private StreamPosition horizon = StreamPosition.START;

    ChangeJournal(int capacity) {
        this.capacity = capacity;
        int versions = capacity * VERSIONS_PER_CHANGE;
        this.latestVersions = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > versions;
            }
        };
    }

    StreamPosition position() {
        return position;
    }

    AppendResult append(TicketChange change) {
        Channel channel = change.channel();
        ChannelPosition last = position.on(channel);
        boolean first = receivedFrom.add(channel);
        boolean restarted = !last.isConsistentWith(change.position());
        if (!first && !restarted && position.includes(change)) {
            return AppendResult.STALE;
        }
        boolean gap = restarted || (!first && change.position().sequence() > last.sequence() + 1);
        if (first) {
            horizon = horizon.with(channel, before(change));
        }
        position = position.with(channel, change.position());
        boolean newer = recordIfNewer(change);
        if (gap) {
            changes.clear();
            horizon = position;
            return AppendResult.GAP;
        }
        if (newer) {
            store(change);
        }
        return newer ? AppendResult.NEW : AppendResult.STALE;
    }

    private static ChannelPosition before(TicketChange change) {
        return new ChannelPosition(change.position().sequence() - 1, Instant.EPOCH);
    }

    private boolean recordIfNewer(TicketChange change) {
        Long known = latestVersions.get(change.ticketId());
        if (known != null && known >= change.version()) {
            return false;
        }
        latestVersions.remove(change.ticketId());
        latestVersions.put(change.ticketId(), change.version());
        return true;
    }

    private void store(TicketChange change) {
        changes.add(change);
        if (changes.size() > capacity) {
            TicketChange evicted = changes.remove();
            horizon = horizon.with(evicted.channel(), evicted.position());
        }
    }

    /** Returns the changes after the position, or empty if the journal does not contain all of them. */
    Optional<List<TicketChange>> since(StreamPosition reached) {
        for (Channel channel : Channel.values()) {
            if (!isComplete(channel, reached.on(channel))) {
                return Optional.empty();
            }
        }
        Map<String, Long> seen = new HashMap<>();
        changes.stream()
                .filter(reached::includes)
                .forEach(change -> seen.merge(change.ticketId(), change.version(), Math::max));
        List<TicketChange> missed = new ArrayList<>(changes);
        missed.removeIf(
                change -> reached.includes(change) || seen.getOrDefault(change.ticketId(), -1L) > change.version());
        return Optional.of(missed);
    }

    /**
     * A client may be slightly ahead, because this process lags behind the process that served the client before. A
     * position that is far ahead was not issued by any process, and one that contradicts the journal was issued before
     * the sequence numbers started again.
     */
    private boolean isComplete(Channel channel, ChannelPosition reached) {
        if (!receivedFrom.contains(channel)) {
            return reached.equals(ChannelPosition.START);
        }
        ChannelPosition last = position.on(channel);
        return reached.includes(horizon.on(channel))
                && reached.sequence() - last.sequence() <= capacity
                && reached.isConsistentWith(last)
                && changes.stream()
                        .filter(change -> change.channel() == channel)
                        .allMatch(change -> reached.isConsistentWith(change.position()));
    }
}
