package com.ticketing.common.ids;

import com.ticketing.common.time.ClockAutoConfiguration;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Generates ids of 24 hexadecimal digits that increase with the time of their generation, across processes as far as
 * their clocks agree.
 *
 * <p>An id consists of 4 bytes with the seconds since 1970, 2 bytes with the fraction of the second in 1/65,536, and 6
 * random bytes that identify the process. It is a valid MongoDB ObjectId, and it sorts correctly among ObjectIds that
 * were generated in other seconds.
 *
 * <p>Guarantees: the ids of one process strictly increase, even if its clock is set back. Ids of different processes
 * are different, and are ordered by time if the clocks differ by less than the time between the two generations.
 */
public final class TimeOrderedIds {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final HexFormat HEX = HexFormat.of();
    private static final int FRACTION_BITS = 16;
    private static final int SECONDS_DIGITS = 8;
    private static final int TIME_DIGITS = 12;
    private static final int PROCESS_DIGITS = 12;

    private static final TimeOrderedIds OF_THIS_PROCESS =
            new TimeOrderedIds(ClockAutoConfiguration.systemClock(), new SecureRandom().nextLong());

    private final Clock clock;
    private final String process;
    private final AtomicLong last = new AtomicLong();

    /** @param process the lower 6 bytes identify the process */
    TimeOrderedIds(Clock clock, long process) {
        this.clock = clock;
        this.process = HEX.toHexDigits(process, PROCESS_DIGITS);
    }

    /** Returns a new id of this process. */
    public static String next() {
        return OF_THIS_PROCESS.generate();
    }

    /**
     * Generates consecutive ids of this process, which {@link #from} lists, and returns the first. No other call
     * returns one of them.
     */
    public static String first(int count) {
        return OF_THIS_PROCESS.generate(count);
    }

    /** Returns the consecutive ids of a call of {@link #first}, in ascending order. */
    public static List<String> from(String first, int count) {
        long ticks = HexFormat.fromHexDigitsToLong(first, 0, TIME_DIGITS);
        return LongStream.range(ticks, ticks + count)
                .mapToObj(each -> HEX.toHexDigits(each, TIME_DIGITS) + first.substring(TIME_DIGITS))
                .toList();
    }

    String generate() {
        return generate(1);
    }

    private String generate(int count) {
        long now = ticks(clock.instant());
        long end = last.updateAndGet(previous -> Math.max(previous + 1, now) + count - 1);
        return HEX.toHexDigits(end - count + 1, TIME_DIGITS) + process;
    }

    /** Returns the lower bound of the ids that are generated at the time or later. */
    public static String lowest(Instant time) {
        return HEX.toHexDigits(ticks(time), TIME_DIGITS) + "0".repeat(PROCESS_DIGITS);
    }

    /** Returns whether the text has the form of an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Returns when the id was generated, in seconds; empty for an id of another form. */
    public static Optional<Instant> time(String id) {
        return isId(id)
                ? Optional.of(Instant.ofEpochSecond(HexFormat.fromHexDigitsToLong(id, 0, SECONDS_DIGITS)))
                : Optional.empty();
    }

    /** Returns the time in units of 1/65,536 s. */
    private static long ticks(Instant time) {
        long fraction = ((long) time.getNano() << FRACTION_BITS) / 1_000_000_000L;
        return (time.getEpochSecond() << FRACTION_BITS) | fraction;
    }

    /**
     * Returns the part of the id that identifies the generating process: bytes 6 to 8, which are constant per process
     * in these ids and in ObjectIds of MongoDB's drivers. Among ids with the same value, the greater one was generated
     * later. Ids of another form share one value.
     */
    public static String process(String id) {
        return isId(id) ? id.substring(12, 18) : "";
    }
}
