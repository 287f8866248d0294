package com.ticketing.common.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task at start, then again an interval after it ended or as soon as it is woken. A run that throws is logged and
 * does not end the repetition. Runs never overlap.
 */
public final class BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(BackgroundTask.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Duration interval;
    private final Runnable task;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public BackgroundTask(String name, Duration interval, Runnable task) {
        this.name = name;
        this.interval = interval;
        this.task = task;
    }

    public void start() {
        Thread repeating = Thread.ofVirtual().name(name).unstarted(this::repeat);
        // before it starts, since it runs as long as this is set
        thread = repeating;
        repeating.start();
    }

    /** Ends the repetition after the run in hand, which is waited for up to 10 s. */
    public void stop() {
        Thread stopping = thread;
        thread = null;
        wakeUps.release();
        try {
            if (stopping != null && !stopping.join(LONGEST_STOP)) {
                log.warn("{} is still running and is left behind", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the task now, or once more if it is running. */
    public void wake() {
        wakeUps.release();
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void repeat() {
        try {
            while (Thread.currentThread() == thread) {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.warn("{} failed and will run again in {} ms", name, interval.toMillis(), e);
                }
                if (wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            log.debug("{} was interrupted and ends", name);
            Thread.currentThread().interrupt();
        }
    }
}
