package com.ticketing.common.combining;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BatchReaderTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Combining combining = new Combining(meters, Duration.ofHours(1));
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final BlockingQueue<Set<Integer>> queries = new LinkedBlockingQueue<>();
    private final BatchReader<Integer, Set<Integer>> reader = combining.reads("test", this::query);

    @Test
    void readsThatArriveDuringAQueryShareTheNextOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<Integer>> first = threads.submit(() -> reader.read(List.of(0)));
            assertThat(queries.take()).containsExactly(0);
            List<Future<Set<Integer>>> later = IntStream.rangeClosed(1, 5)
                    .mapToObj(element -> threads.submit(() -> reader.read(List.of(element, 10 * element))))
                    .toList();
            await().until(() -> combined() == 4);
            assertThat(queries).isEmpty();

            firstMayEnd.countDown();

            assertThat(first.get()).containsExactly(0);
            Integer[] all = {1, 2, 3, 4, 5, 10, 20, 30, 40, 50};
            assertThat(queries.take()).containsExactlyInAnyOrder(all);
            assertThat(later).allSatisfy(read -> assertThat(read.get()).containsExactlyInAnyOrder(all));
            assertThat(queries).isEmpty();
        }
    }

    @Test
    void readsOneAfterAnotherHaveTheirOwnQueries() {
        firstMayEnd.countDown();

        assertThat(reader.read(List.of(1))).containsExactly(1);
        assertThat(reader.read(List.of(2))).containsExactly(2);

        assertThat(queries).containsExactly(Set.of(1), Set.of(2));
        assertThat(combined()).isZero();
    }

    @Test
    void noReadMissesItsOwnElements() throws Exception {
        BatchReader<Integer, Set<Integer>> copies = combining.reads("copies", elements -> {
            Set<Integer> copy = Set.copyOf(elements);
            LockSupport.parkNanos(1); // others arrive before the query ends
            return copy;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> readers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(reader -> () -> IntStream.range(0, 5_000)
                            .map(read -> 5_000 * reader + read)
                            .allMatch(element -> copies.read(List.of(element)).contains(element)))
                    .toList();
            assertThat(threads.invokeAll(readers)).extracting(Future::get).containsOnly(true);
        }
        assertThat(combined("copies")).isPositive();
    }

    private Set<Integer> query(Set<Integer> elements) {
        queries.add(elements);
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return elements;
    }

    private double combined() {
        return combined("test");
    }

    private double combined(String name) {
        return meters.get("reads.combined").tag("read", name).counter().count();
    }
}
