package com.ticketing.common.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats a task on a virtual thread: at start, an interval after each run has ended, and whenever it is woken. Runs
 * never overlap. A run that throws is logged, and the task runs again after the interval.
 *
 * <p>A bean of this type starts and stops with the application context. Spring's {@code @Scheduled} offers neither an
 * early run nor a bounded wait for the current run at shutdown.
 */
public final class BackgroundTask implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundTask.class);
    private static final Duration MAX_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Duration interval;
    private final BooleanSupplier task;
    private final int phase;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** Creates a task that starts after all other beans and stops before them. */
    public BackgroundTask(String name, Duration interval, Runnable task) {
        this(name, interval, task, DEFAULT_PHASE);
    }

    /**
     * Creates a task.
     *
     * @param name the thread's name, which log lines contain
     * @param interval the pause between the end of a run and the next one
     * @param phase the phase of {@link SmartLifecycle}: the lowest starts first and stops last
     */
    public BackgroundTask(String name, Duration interval, Runnable task, int phase) {
        this(name, interval, phase, () -> {
            task.run();
            return false;
        });
    }

    private BackgroundTask(String name, Duration interval, int phase, BooleanSupplier task) {
        this.name = name;
        this.interval = interval;
        this.task = task;
        this.phase = phase;
    }

    /**
     * Creates a task that processes a backlog in batches. It starts after all other beans and stops before them,
     * between two batches.
     *
     * @param batch processes one batch and returns whether to process the next one without a pause
     */
    public static BackgroundTask inBatches(String name, Duration interval, BooleanSupplier batch) {
        return new BackgroundTask(name, interval, DEFAULT_PHASE, batch);
    }

    @Override
    public void start() {
        Thread repeating = Thread.ofVirtual().name(name).unstarted(this::repeat);
        // set before the thread starts, because it runs as long as this field refers to it
        thread = repeating;
        repeating.start();
    }

    /** Ends the repetition. Waits up to 10 s for the current run. */
    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        wakeUps.release();
        try {
            if (stopping != null && !stopping.join(MAX_STOP)) {
                log.warn("Background task did not stop in time: task={} waited={}", name, MAX_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the task at once, or once more if it is running. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** Returns whether the next run follows without a pause. */
    private boolean run() {
        try {
            return task.getAsBoolean();
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            log.warn("Background task failed: task={} nextRun={}", name, interval, e);
            return false;
        }
    }

    private void repeat() {
        try {
            while (Thread.currentThread() == thread) {
                if (!run() && wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            log.debug("Background task interrupted: task={}", name);
            Thread.currentThread().interrupt();
        }
    }
}
