package com.ticketing.expiration.timer;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Removes by the hour what is remembered of orders that ended long ago. */
@Component
class ForgetEndedTimers implements SmartLifecycle {

    private final BackgroundTask task;

    ForgetEndedTimers(Timers timers, Clock clock) {
        this.task = new BackgroundTask("forget-timers", Duration.ofHours(1), () -> timers.forgetUntil(clock.instant()));
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
