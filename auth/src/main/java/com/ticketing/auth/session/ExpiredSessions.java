package com.ticketing.auth.session;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes sessions that nobody has used for their whole life: not every database does so by itself. */
@Component
class ExpiredSessions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExpiredSessions.class);

    private final Sessions sessions;
    private final Clock clock;
    private final BackgroundTask task;

    ExpiredSessions(Sessions sessions, SessionProperties properties, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.task = new BackgroundTask("expired-sessions", properties.cleanupInterval(), this::remove);
    }

    private void remove() {
        long removed = sessions.removeExpired(clock.instant());
        log.debug("Removed {} expired sessions", removed);
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
