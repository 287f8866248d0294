package com.ticketing.common.time;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

    private static final Duration RARELY = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicInteger runs = new AtomicInteger();
    private BackgroundTask task = new BackgroundTask("unused", RARELY, () -> {});

    @AfterEach
    void stop() {
        task.stop();
    }

    @Test
    void runsAtStartAndAfterEachInterval() {
        start(OFTEN, runs::incrementAndGet);
        await().until(() -> runs.get() > 3);
    }

    @Test
    void runsAtOnceWhenItIsWoken() {
        start(RARELY, runs::incrementAndGet);
        await().until(() -> runs.get() == 1);
        task.wake();
        await().until(() -> runs.get() == 2);
    }

    @Test
    void runsAgainAfterAFailure() {
        start(OFTEN, () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("each time");
        });
        await().until(() -> runs.get() > 2);
    }

    @Test
    void runsAgainAfterAnError() {
        start(OFTEN, () -> {
            runs.incrementAndGet();
            throw new AssertionError("each time");
        });
        await().until(() -> runs.get() > 2);
    }

    @Test
    void waitsForTheCurrentRunWhenItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        start(RARELY, () -> {
            begun.countDown();
            await().until(() -> mayEnd.getCount() == 0);
            runs.incrementAndGet();
        });
        begun.await();
        Thread stopping = Thread.ofVirtual().start(task::stop);
        await().until(() -> !task.isRunning());
        assertThat(stopping.isAlive()).isTrue();
        mayEnd.countDown();
        assertThat(stopping.join(PATIENCE)).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void processesABacklogWithoutPausesBetweenItsBatches() {
        task = BackgroundTask.inBatches("test", RARELY, () -> runs.incrementAndGet() < 3);
        task.start();
        await().until(() -> runs.get() == 3);
        task.wake();
        await().until(() -> runs.get() == 4);
    }

    @Test
    void stopsBetweenTwoBatchesOfALargeBacklog() {
        task = BackgroundTask.inBatches("test", RARELY, () -> runs.incrementAndGet() > 0);
        task.start();
        await().until(() -> runs.get() > 3);
        task.stop();
        int processed = runs.get();
        assertThat(task.isRunning()).isFalse();
        assertThat(runs).hasValue(processed);
    }

    @Test
    void canBeStartedAgain() {
        start(RARELY, runs::incrementAndGet);
        await().until(() -> runs.get() == 1);
        task.stop();
        assertThat(task.isRunning()).isFalse();
        task.start();
        await().until(() -> runs.get() == 2);
    }

    private void start(Duration interval, Runnable run) {
        task = new BackgroundTask("test", interval, run);
        task.start();
    }
}
