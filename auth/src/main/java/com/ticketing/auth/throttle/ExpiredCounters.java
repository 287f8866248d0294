package com.ticketing.auth.throttle;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets what no longer counts. */
@Component
class ExpiredCounters implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final BackgroundTask task;

    ExpiredCounters(Counters counters, Clock clock) {
        this.task = new BackgroundTask("expired-counters", INTERVAL, () -> counters.removeExpired(clock.instant()));
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
