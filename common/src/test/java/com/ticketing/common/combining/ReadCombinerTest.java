package com.ticketing.common.combining;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(120)
class ReadCombinerTest {

    private static final String KEY = "key";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReadCombiner<String, String> combiner =
            new Combining(meters, Duration.ofHours(1)).identicalReads("test");
    private final BlockedQuery running = new BlockedQuery();
    private final BlockedQuery next = new BlockedQuery();

    @AfterEach
    void keepsNothing() {
        await().until(() -> combiner.size() == 0);
    }

    @Test
    void aSingleReadQueriesOnItsOwnThread() {
        String thread = combiner.read(KEY, () -> Thread.currentThread().getName());

        assertThat(thread).isEqualTo(Thread.currentThread().getName());
        assertThat(combined()).isZero();
    }

    @Test
    void readsNeverJoinARunningQueryAndShareTheNextOne() throws Exception {
        Read<String> first = begin(running);
        List<Read<String>> later = arrive(10, next);
        assertThat(next.hasBegun()).isFalse();

        running.returns("before");
        assertThat(first.result()).isEqualTo("before");
        next.awaitBegin();
        next.returns("after");

        assertThat(later).allSatisfy(read -> assertThat(read.result()).isEqualTo("after"));
        assertThat(combined()).isEqualTo(9);
    }

    @Test
    void readsThatArriveDuringASharedQueryShareTheOneAfterIt() throws Exception {
        BlockedQuery last = new BlockedQuery();
        begin(running);
        List<Read<String>> second = arrive(2, next);
        running.returns("1");
        next.awaitBegin();
        List<Read<String>> third = arrive(3, last);
        assertThat(last.hasBegun()).isFalse();

        next.returns("2");
        last.returns("3");

        assertThat(second).allSatisfy(read -> assertThat(read.result()).isEqualTo("2"));
        assertThat(third).allSatisfy(read -> assertThat(read.result()).isEqualTo("3"));
    }

    @Test
    void readsOfAnotherKeyDoNotWait() throws Exception {
        begin(running);

        assertThat(combiner.read("another", () -> "at once")).isEqualTo("at once");

        running.returns("late");
    }

    @Test
    void aFailureReachesExactlyTheReadersOfItsQuery() throws Exception {
        Read<String> first = begin(running);
        List<Read<String>> later = arrive(3, next);
        BlockedQuery last = new BlockedQuery();

        running.fails(new IllegalStateException("first"));
        next.awaitBegin();
        List<Read<String>> afterwards = arrive(2, last);
        next.fails(new IllegalStateException("second"));
        last.returns("fine");

        assertThatThrownBy(first::result).hasMessage("first");
        assertThat(later)
                .allSatisfy(read -> assertThatThrownBy(read::result)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("second"));
        assertThat(afterwards).allSatisfy(read -> assertThat(read.result()).isEqualTo("fine"));
    }

    @Test
    void anErrorReachesTheReader() {
        assertThatThrownBy(() -> combiner.read(KEY, () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anInterruptedReaderDoesNotDisturbTheOthers() throws Exception {
        Read<String> first = begin(running);
        List<Read<String>> later = arrive(3, next);

        // the first of them has created the shared query
        later.getFirst().thread.interrupt();
        assertThatThrownBy(later.getFirst()::result).isInstanceOf(DataAccessResourceFailureException.class);
        running.returns("before");
        next.returns("after");

        assertThat(first.result()).isEqualTo("before");
        assertThat(later.subList(1, 3))
                .allSatisfy(read -> assertThat(read.result()).isEqualTo("after"));
    }

    @Test
    void aQueryThatNeverEndsDelaysLaterReadsOnlyForAWhile() throws Exception {
        ReadCombiner<String, String> impatient = new Combining(meters, Duration.ofMillis(1)).identicalReads("test");
        Read<String> first = Read.start(() -> impatient.read(KEY, running));
        running.awaitBegin();

        assertThat(impatient.read(KEY, () -> "later")).isEqualTo("later");

        assertThat(first.isDone()).isFalse();
        running.returns("at last");
        assertThat(first.result()).isEqualTo("at last");
        await().until(() -> impatient.size() == 0);
    }

    /** Each reader notes the last acknowledged write before its read, and must not read an older one. */
    @Test
    void noReadReturnsOlderStateThanAcknowledgedBefore() throws Exception {
        int readers = 8;
        int reads = 5_000;
        AtomicLong acknowledged = new AtomicLong();
        AtomicInteger queries = new AtomicInteger();
        ReadCombiner<String, Long> versions = new Combining(meters, Duration.ofHours(1)).identicalReads("versions");
        Supplier<Long> query = () -> {
            queries.incrementAndGet();
            long version = acknowledged.get();
            LockSupport.parkNanos(1); // others arrive between the read of the state and the end of the query
            return version;
        };
        CountDownLatch start = new CountDownLatch(1);
        List<Read<Integer>> stale = IntStream.range(0, readers)
                .mapToObj(reader -> Read.start(() -> {
                    start.await();
                    int older = 0;
                    for (int i = 0; i < reads; i++) {
                        long before = acknowledged.incrementAndGet();
                        older += versions.read(KEY, query) < before ? 1 : 0;
                    }
                    return older;
                }))
                .toList();
        start.countDown();

        assertThat(stale).allSatisfy(read -> assertThat(read.result()).isZero());
        assertThat(queries.get()).isLessThan(readers * reads);
        await().until(() -> versions.size() == 0);
    }

    private Read<String> begin(BlockedQuery query) throws InterruptedException {
        Read<String> read = Read.start(() -> combiner.read(KEY, query));
        query.awaitBegin();
        return read;
    }

    /** Returns after the reads have arrived: all but the first one have joined it. */
    private List<Read<String>> arrive(int count, BlockedQuery query) {
        double before = combined();
        List<Read<String>> reads = new ArrayList<>();
        reads.add(Read.start(() -> combiner.read(KEY, query)));
        // the first one waits, so that it is the one to create the query
        await().until(() -> reads.getFirst().thread.getState() == Thread.State.WAITING);
        for (int i = 1; i < count; i++) {
            reads.add(Read.start(() -> combiner.read(KEY, () -> "not shared")));
        }
        await().until(() -> combined() == before + count - 1);
        return reads;
    }

    private double combined() {
        return meters.get("reads.combined").tag("read", "test").counter().count();
    }

    private static final class Read<V> {

        private final FutureTask<V> task;
        private final Thread thread;

        private Read(FutureTask<V> task) {
            this.task = task;
            this.thread = new Thread(task);
        }

        static <V> Read<V> start(Callable<V> read) {
            Read<V> started = new Read<>(new FutureTask<>(read));
            started.thread.start();
            return started;
        }

        boolean isDone() {
            return task.isDone();
        }

        V result() throws Exception {
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw (Exception) e.getCause();
            }
        }
    }
}
