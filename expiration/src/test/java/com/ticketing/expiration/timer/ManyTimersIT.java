package com.ticketing.expiration.timer;

import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.expiration.ServiceProcess;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/**
 * Many holds that end one after the other, and all at once. {@code -Dtimers.count=100000 -Dtimers.per-second=200} makes
 * it a measurement. That needs a database with indexes: the embedded one scans all documents for each removal.
 */
class ManyTimersIT {

    private static final int COUNT = Integer.getInteger("timers.count", 1_000);

    /** Holds that end in each second of the first test; more than the orders per second of a large sale. */
    private static final int PER_SECOND = Integer.getInteger("timers.per-second", 500);

    private static final Duration HOLD = Duration.ofHours(2);
    private static final Duration MAX_WAIT = Duration.ofMinutes(30);

    private final String mongoUri = TestServers.newMongoUri();
    private final String prefix = TestServers.newChannelPrefix();
    private final MovableClock clock = new MovableClock();

    @Test
    void firesEveryTimerOnceAndNotBeforeItIsDue(TestReporter reporter) throws Exception {
        Instant first = clock.instant().plus(HOLD).truncatedTo(ChronoUnit.MILLIS);
        try (ConfigurableApplicationContext process = start();
                Channels channels = new Channels(process.getEnvironment())) {
            Map<String, Instant> due = start(process, first);
            Duration ahead = Duration.between(clock.instant(), first).minusSeconds(1);
            clock.advance(ahead);

            awaitAllFired(channels);
            awaitNothingPending(process);
            List<Duration> late = new ArrayList<>();
            for (Channels.Received fired : channels.received(Subject.EXPIRATION_COMPLETE)) {
                Instant end = due.get(orderId(fired));
                assertThat(end).as("fired twice, or unknown").isNotNull();
                due.remove(orderId(fired));
                late.add(Duration.between(end, fired.at().plus(ahead)));
            }
            assertThat(due).as("never fired").isEmpty();
            late.sort(Duration::compareTo);
            assertThat(late.getFirst()).as("fired before it was due").isPositive();
            String figures = String.format(
                    Locale.ROOT,
                    "%d timers, %d due per second: lateness p50 %d ms, p99 %d ms, max %d ms",
                    COUNT,
                    PER_SECOND,
                    late.get(COUNT / 2).toMillis(),
                    late.get(COUNT * 99 / 100).toMillis(),
                    late.getLast().toMillis());
            System.out.println(figures);
            reporter.publishEntry("timers", figures);
        }
    }

    @Test
    void firesTheTimersThatCameDueWhileNoProcessRan(TestReporter reporter) throws Exception {
        Map<String, Instant> due;
        try (ConfigurableApplicationContext process = start()) {
            due = start(process, clock.instant().plus(HOLD).truncatedTo(ChronoUnit.MILLIS));
        }
        clock.advance(HOLD.plusSeconds(COUNT / PER_SECOND + 1L));
        try (ConfigurableApplicationContext next = start();
                Channels channels = new Channels(next.getEnvironment())) {
            long start = System.nanoTime();
            awaitAllFired(channels);
            double seconds = (System.nanoTime() - start) / 1e9;
            awaitNothingPending(next);
            assertThat(channels.received(Subject.EXPIRATION_COMPLETE).stream().map(ManyTimersIT::orderId))
                    .containsExactlyInAnyOrderElementsOf(due.keySet());
            String figures = String.format(Locale.ROOT, "%d timers due at the restart: %.0f/s", COUNT, COUNT / seconds);
            System.out.println(figures);
            reporter.publishEntry("restart", figures);
        }
    }

    /** Starts the timers and returns their due times by order id, evenly spread from the first on. */
    private static Map<String, Instant> start(ConfigurableApplicationContext process, Instant first) throws Exception {
        Map<String, Instant> due = new LinkedHashMap<>();
        for (int number = 0; number < COUNT; number++) {
            due.put(SignedIn.newId(), first.plusMillis(number * 1_000L / PER_SECOND));
        }
        TimerService timers = process.getBean(TimerService.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> started = new ArrayList<>();
            due.forEach((order, end) ->
                    started.add(threads.submit(() -> timers.startAll(List.of(Timer.started(order, 0, end))))));
            for (Future<?> each : started) {
                each.get();
            }
        }
        return due;
    }

    private static void awaitAllFired(Channels channels) {
        await().atMost(MAX_WAIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> channels.received(Subject.EXPIRATION_COMPLETE).size() >= COUNT);
    }

    private static String orderId(Channels.Received expiration) {
        return expiration.json().path("orderId").asString();
    }

    /** Awaits that every published event is removed from the outbox. */
    private static void awaitNothingPending(ConfigurableApplicationContext process) {
        eventually(() -> assertThat(process.getBean(MongoOperations.class)
                        .count(new BasicQuery("{'outbox.0': {$exists: true}}"), Timer.class))
                .isZero());
    }

    private ConfigurableApplicationContext start() {
        return ServiceProcess.start(mongoUri, prefix, clock);
    }
}
