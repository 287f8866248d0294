package com.ticketing.auth.throttle;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes expired counters every minute, because not every supported database has TTL indexes. */
@Component
class ExpiredCounterCleaner implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final BackgroundTask task;

    ExpiredCounterCleaner(Counters counters, Clock clock) {
        this.task = new BackgroundTask(
                "expired-counters", INTERVAL, () -> counters.deleteByExpiresAtLessThanEqual(clock.instant()));
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
