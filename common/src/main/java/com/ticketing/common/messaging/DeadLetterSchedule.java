package com.ticketing.common.messaging;

import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Looks every minute for parked messages that are due for another attempt. */
final class DeadLetterSchedule implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final BackgroundTask task;

    DeadLetterSchedule(DeadLetterReplay replay) {
        this.task = new BackgroundTask("dead-letter-replay", INTERVAL, replay::replayDue);
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

    @Override
    public int getPhase() {
        return Listeners.PHASE;
    }
}
