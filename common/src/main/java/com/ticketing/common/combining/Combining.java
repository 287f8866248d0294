package com.ticketing.common.combining;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Creates readers and writers that combine concurrent operations, with metrics. */
public final class Combining {

    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final MeterRegistry meters;
    private final Duration maxWait;

    /** Operations wait at most one second for the statement before their own. */
    public Combining(MeterRegistry meters) {
        this(meters, MAX_WAIT);
    }

    /** @param maxWait how long an operation waits for the statement before its own, at most */
    public Combining(MeterRegistry meters, Duration maxWait) {
        this.meters = meters;
        this.maxWait = maxWait;
    }

    /**
     * Creates a combiner that counts the reads without a query of their own as {@code reads.combined} with its name.
     */
    public <K, V> ReadCombiner<K, V> identicalReads(String name) {
        return new ReadCombiner<>(new CallCombiner<>(reads(name), maxWait));
    }

    /**
     * Creates a reader that counts the reads without a query of their own as {@code reads.combined} with its name.
     *
     * @param query its exceptions are thrown to all readers that share it
     */
    public <E, V> BatchReader<E, V> reads(String name, Function<Set<E>, V> query) {
        return new BatchReader<>(new CallCombiner<>(reads(name), maxWait), query);
    }

    /**
     * Creates a writer that counts the writes without a statement of their own as {@code writes.combined} with its
     * name.
     *
     * @param statement writes elements to a target; its exceptions are thrown to all writers that share it. If it
     *     writes only some elements, it must record the outcome in each element.
     */
    public <K, E> BatchWriter<K, E> writes(String name, BiConsumer<K, Set<E>> statement) {
        return new BatchWriter<>(new CallCombiner<>(writes(name), maxWait), statement);
    }

    private Counter reads(String name) {
        return Counter.builder("reads.combined")
                .description("Reads that shared the query of another read")
                .tag("read", name)
                .register(meters);
    }

    private Counter writes(String name) {
        return Counter.builder("writes.combined")
                .description("Writes that shared the statement of another write")
                .tag("write", name)
                .register(meters);
    }
}
