package com.ticketing.common.bans;

import com.ticketing.common.security.DenyList;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * This process's memory of who was banned lately. An entry is kept as long as a token that was issued before the ban can
 * be valid; after that there is none, since auth gives a banned person no other.
 */
final class BannedUsers implements DenyList, SmartLifecycle {

    private final Bans bans;
    private final Duration life;
    private final Clock clock;
    private final Map<String, UserBan> entries = new ConcurrentHashMap<>();
    private volatile boolean running;

    BannedUsers(Bans bans, Duration life, Clock clock) {
        this.bans = bans;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public boolean isDenied(String userId) {
        UserBan ban = entries.get(userId);
        return ban != null && ban.banned() && isCurrent(ban);
    }

    /** Takes notice of a ban or its end, unless something newer is known of the person. */
    void note(UserBan ban) {
        entries.values().removeIf(known -> !isCurrent(known));
        entries.merge(ban.id(), ban, (known, told) -> told.version() > known.version() ? told : known);
    }

    private boolean isCurrent(UserBan ban) {
        return clock.instant().isBefore(ban.receivedAt().plus(life));
    }

    int size() {
        return entries.size();
    }

    /** Loads what the service knows, so that no process starts blind, be the broker there or not. */
    @Override
    public void start() {
        bans.receivedSince(clock.instant().minus(life)).forEach(this::note);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the database was waited for, before any request. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
