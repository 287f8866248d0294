package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.ids.TimeOrderedIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Simulates how writes are distributed over the shards, and compares the result with the table in the documentation.
 */
class ShardDistributionTest {

    private static final int SHARDS = 10;
    private static final int INSERTS = 1_000_000;
    private static final int INSERTS_PER_SECOND = 10_000;
    private static final int TICKETS = 100_000;
    private static final int PROCESSES = 20;
    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);

    private final MessageDigest md5 = md5();

    @Test
    void thePageStatesTheShareOfTheBusiestShard() throws IOException {
        List<String> inserts = List.of(
                row("`_id` ranged", busiest(INSERTS, insert -> 1, insert -> SHARDS - 1)),
                row("`_id` hashed", busiest(INSERTS, insert -> 1, insert -> hashed(id(insert, INSERTS_PER_SECOND)))));
        List<String> orders = List.of(
                row(
                        "`ticketId` ranged",
                        busiest(TICKETS, ShardDistributionTest::popularity, ShardDistributionTest::ranged)),
                row(
                        "`ticketId` hashed",
                        busiest(TICKETS, ShardDistributionTest::popularity, ticket -> hashed(id(ticket, 1)))));

        String page = Files.readString(Checkout.path("docs/performance.md"));
        assertThat(inserts).allSatisfy(row -> assertThat(page).contains("by 20 processes" + row));
        assertThat(orders).allSatisfy(row -> assertThat(page).contains("in proportion to 1/n" + row));
    }

    @Test
    void idsIncreaseSoThatEachInsertBelongsToTheLastRange() {
        List<String> ids = List.of(id(0, INSERTS_PER_SECOND), id(1, INSERTS_PER_SECOND), id(2, INSERTS_PER_SECOND));

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    private static String row(String shardKey, double share) {
        return String.format(Locale.ROOT, " | %s | %.1f %% |", shardKey, share * 100);
    }

    /** Returns the share of the shard that gets most of the weight. */
    private static double busiest(int writes, IntToDoubleFunction weight, IntUnaryOperator shard) {
        double[] load = new double[SHARDS];
        for (int write = 0; write < writes; write++) {
            load[shard.applyAsInt(write)] += weight.applyAsDouble(write);
        }
        return Arrays.stream(load).max().orElseThrow() / Arrays.stream(load).sum();
    }

    /** The newest ticket, the last one, is the most popular. */
    private static double popularity(int ticket) {
        return 1.0 / (TICKETS - ticket);
    }

    /** The tickets exist already, so the ranges contain equally many of them. */
    private static int ranged(int ticket) {
        return ticket * SHARDS / TICKETS;
    }

    /** Like MongoDB's hashed index: the first 8 bytes of an MD5 hash, divided into equal ranges. */
    private int hashed(String id) {
        long hash = ByteBuffer.wrap(md5.digest(id.getBytes(UTF_8))).getLong();
        return (int) Math.unsignedMultiplyHigh(hash, SHARDS);
    }

    /** Returns the n-th id, in the form of {@link TimeOrderedIds}: the time, then the process. */
    private static String id(int number, int perSecond) {
        Instant time = START.plusNanos(number * 1_000_000_000L / perSecond);
        return TimeOrderedIds.lowest(time).substring(0, 12) + "%012x".formatted(number % PROCESSES + 1);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
