package com.ticketing.common.combining;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BatchWriterTest {

    private static final int REJECTED = 13;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final Queue<Map.Entry<String, Set<Integer>>> statements = new ConcurrentLinkedQueue<>();
    private final BatchWriter<String, Integer> writer =
            new Combining(meters, Duration.ofHours(1)).writes("test", this::write);

    @Test
    void writesThatArriveDuringAStatementShareTheNextOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> writer.write("a", List.of(0)));
            await().until(() -> statements.size() == 1);
            List<? extends Future<?>> later = IntStream.rangeClosed(1, 5)
                    .mapToObj(element -> threads.submit(() -> writer.write("a", List.of(element, 10 * element))))
                    .toList();
            await().until(() -> combined() == 4);
            assertThat(later).noneMatch(Future::isDone);

            firstMayEnd.countDown();

            first.get();
            for (Future<?> write : later) {
                write.get();
            }
            assertThat(statements)
                    .containsExactly(
                            Map.entry("a", Set.of(0)), Map.entry("a", Set.of(1, 2, 3, 4, 5, 10, 20, 30, 40, 50)));
        }
    }

    @Test
    void writesToAnotherTargetDoNotWait() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> writer.write("a", List.of(0)));
            await().until(() -> statements.size() == 1);
            Future<?> other = threads.submit(() -> writer.write("b", List.of(1)));
            await().until(() -> statements.size() == 2);

            firstMayEnd.countDown();

            first.get();
            other.get();
            assertThat(combined()).isZero();
        }
    }

    @Test
    void aFailureDoesNotAffectLaterWrites() {
        firstMayEnd.countDown();

        assertThatIllegalStateException().isThrownBy(() -> writer.write("a", List.of(REJECTED)));
        writer.write("a", List.of(1));

        assertThat(statements).hasSize(2);
    }

    private void write(String target, Set<Integer> elements) {
        statements.add(Map.entry(target, elements));
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (elements.contains(REJECTED)) {
            throw new IllegalStateException("rejected");
        }
    }

    private double combined() {
        return meters.get("writes.combined").tag("write", "test").counter().count();
    }
}
