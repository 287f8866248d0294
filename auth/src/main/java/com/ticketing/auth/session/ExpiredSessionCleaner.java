package com.ticketing.auth.session;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes expired sessions at an interval, because not every supported database has TTL indexes. */
@Component
class ExpiredSessionCleaner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExpiredSessionCleaner.class);

    private final Sessions sessions;
    private final Clock clock;
    private final BackgroundTask task;

    ExpiredSessionCleaner(Sessions sessions, SessionProperties properties, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.task = new BackgroundTask("expired-sessions", properties.cleanupInterval(), this::removeExpired);
    }

    private void removeExpired() {
        long removed = sessions.deleteByExpiresAtLessThanEqual(clock.instant());
        log.debug("Expired sessions removed: count={}", removed);
    }

    @Override
    public void start() {
        task.start();
    }

    @Override
    public void stop() {
        task.stop();
    }

    @Override
    public boolean isRunning() {
        return task.isRunning();
    }
}
