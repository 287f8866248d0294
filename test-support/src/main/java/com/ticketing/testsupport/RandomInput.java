package com.ticketing.testsupport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random titles and prices as sources of parameterized tests. The seed is {@code TEST_SEED} (environment or system
 * property), else another at each run; the name of each test shows it.
 */
public final class RandomInput {

    private static final int MAX_CENTS = 100_000_000;
    private static final List<String> LETTERS = List.of(
            "a",
            "Z",
            "é",
            "ß",
            "İ",
            "ж",
            "中",
            "ع",
            "ש",
            "🎟",
            "👩‍👩‍👧",
            "e\u0301",
            "'",
            "\"",
            "\\",
            "<b>",
            "&amp;",
            "$",
            "{",
            "%00",
            "-");

    private RandomInput() {}

    /** Texts of one to so many characters, of many scripts, without space at either end. */
    public static Stream<Seeded<String>> titles(int count, int maxLength) {
        return generate(count, random -> title(random, maxLength));
    }

    /** Prices that the contract allows, the least and the greatest among them. */
    public static Stream<Seeded<BigDecimal>> prices(int count) {
        long seed = seed();
        Stream<Seeded<BigDecimal>> limits =
                Stream.of("0.01", "1000000", "1000000.00").map(limit -> new Seeded<>(new BigDecimal(limit), seed));
        return Stream.concat(limits, generate(seed, count, RandomInput::price));
    }

    /** Prices that it does not, as JSON numbers: not positive, too great, or with more than two decimals. */
    public static Stream<Seeded<String>> badPrices(int count) {
        return generate(count, random -> switch (random.nextInt(3)) {
            case 0 ->
                BigDecimal.valueOf(-random.nextLong(MAX_CENTS), random.nextInt(3))
                        .toPlainString();
            case 1 ->
                BigDecimal.valueOf(MAX_CENTS + 1L + random.nextInt(MAX_CENTS), 2)
                        .toPlainString();
            default -> price(random).setScale(2) + Integer.toString(1 + random.nextInt(999));
        });
    }

    static long seed() {
        return TestSettings.ofThisJvm()
                .get("TEST_SEED")
                .map(Long::parseLong)
                .orElseGet(() -> new SecureRandom().nextLong());
    }

    private static String title(Random random, int maxLength) {
        int parts = 1 + random.nextInt(12);
        String text = IntStream.range(0, parts)
                .mapToObj(i -> LETTERS.get(random.nextInt(LETTERS.size())) + (random.nextInt(5) == 0 ? " " : ""))
                .collect(Collectors.joining())
                .strip();
        // An emoji is two characters; half of one is no text at all.
        int end = Math.min(text.length(), maxLength);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
                ? "x".repeat(end)
                : text.substring(0, end).strip();
    }

    private static BigDecimal price(Random random) {
        int scale = random.nextInt(3);
        return BigDecimal.valueOf(1 + random.nextInt(MAX_CENTS), 2)
                .setScale(scale, RoundingMode.UP)
                .min(BigDecimal.valueOf(1_000_000));
    }

    private static <T> Stream<Seeded<T>> generate(int count, Function<Random, T> generator) {
        return generate(seed(), count, generator);
    }

    private static <T> Stream<Seeded<T>> generate(long seed, int count, Function<Random, T> generator) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Seeded<>(generator.apply(random), seed))
                .limit(count);
    }
}
