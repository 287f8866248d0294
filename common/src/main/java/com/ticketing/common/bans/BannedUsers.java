package com.ticketing.common.bans;

import com.ticketing.common.security.DenyList;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * The recently banned and deleted users, in the memory of this process. An entry is kept as long as a token that was
 * issued before the ban can be valid. Auth issues no tokens to these users, so later there is none.
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

    @Override
    public boolean isDeleted(String userId) {
        UserBan ban = entries.get(userId);
        return ban != null && ban.isDeleted() && isCurrent(ban);
    }

    /** Applies a ban, an unban or a deletion, unless a newer one of the same user is known. */
    void apply(UserBan ban) {
        entries.values().removeIf(known -> !isCurrent(known));
        entries.merge(ban.id(), ban, (known, next) -> next.version() > known.version() ? next : known);
    }

    private boolean isCurrent(UserBan ban) {
        return clock.instant().isBefore(ban.receivedAt().plus(life));
    }

    int size() {
        return entries.size();
    }

    /** Loads the bans from the service's database, so that a process denies banned users even without the broker. */
    @Override
    public void start() {
        bans.receivedSince(clock.instant().minus(life)).forEach(this::apply);
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

    /** Starts after {@code IndexCreator}, which waits for the database, and before the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
