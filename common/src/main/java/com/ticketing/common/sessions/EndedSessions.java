package com.ticketing.common.sessions;

import com.ticketing.common.security.SessionDenyList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The recently ended sessions, in the memory of this process. An entry is kept as long as a token of the session can be
 * valid, so their number is bounded by the sign-outs of that time.
 */
final class EndedSessions implements SessionDenyList {

    private final Duration life;
    private final Clock clock;

    /** The time at which the last token of each session has expired, in the order of arrival. */
    private final SequencedMap<String, Instant> deniedUntil = new LinkedHashMap<>();

    /** @param life the longest time for which a token that was issued before its session ended can be valid */
    EndedSessions(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    @Override
    public synchronized boolean isDenied(String sessionId) {
        Instant until = deniedUntil.get(sessionId);
        return until != null && clock.instant().isBefore(until);
    }

    synchronized void add(String sessionId, Instant endedAt) {
        Instant now = clock.instant();
        removeExpired(now);
        Instant until = endedAt.plus(life);
        Instant previous = deniedUntil.get(sessionId);
        if (now.isBefore(until) && (previous == null || previous.isBefore(until))) {
            deniedUntil.putLast(sessionId, until);
        }
    }

    /** Entries arrive about in the order of their expiry, so the first one that has not expired ends the search. */
    private void removeExpired(Instant now) {
        var entries = deniedUntil.values().iterator();
        while (entries.hasNext() && !now.isBefore(entries.next())) {
            entries.remove();
        }
    }

    synchronized int size() {
        return deniedUntil.size();
    }
}
