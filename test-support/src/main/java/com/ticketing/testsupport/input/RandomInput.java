package com.ticketing.testsupport.input;

import com.ticketing.testsupport.Seeded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random titles and prices, as sources of parameterized tests. The name of each test displays the seed. */
public final class RandomInput {

    private static final int MIN_CENTS = 50;
    private static final int MAX_CENTS = 100_000_000;
    private static final List<String> FRAGMENTS = List.of(
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

    /** Returns titles of one to {@code maxLength} characters in many scripts, without leading or trailing space. */
    public static Stream<Seeded<String>> titles(int count, int maxLength) {
        return generate(count, random -> title(random, maxLength));
    }

    /** Returns prices in US dollars that can be charged, including the lowest and the highest one. */
    public static Stream<Seeded<BigDecimal>> prices(int count) {
        long seed = Seeded.newSeed();
        Stream<Seeded<BigDecimal>> limits =
                Stream.of("0.50", "999999.99", "20.00").map(limit -> new Seeded<>(new BigDecimal(limit), seed));
        return Stream.concat(limits, generate(seed, count, RandomInput::price));
    }

    /** Returns invalid prices as JSON numbers: too low, too high, or with more than two decimals. */
    public static Stream<Seeded<String>> invalidPrices(int count) {
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

    private static String title(Random random, int maxLength) {
        int parts = 1 + random.nextInt(12);
        String text = IntStream.range(0, parts)
                .mapToObj(i -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + (random.nextInt(5) == 0 ? " " : ""))
                .collect(Collectors.joining())
                .strip();
        // Does not split a surrogate pair, for example an emoji.
        int end = Math.min(text.length(), maxLength);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
                ? "x".repeat(end)
                : text.substring(0, end).strip();
    }

    private static BigDecimal price(Random random) {
        int scale = random.nextInt(3);
        return BigDecimal.valueOf(random.nextInt(MIN_CENTS, MAX_CENTS), 2)
                .setScale(scale, RoundingMode.UP)
                .min(BigDecimal.valueOf(999_999));
    }

    private static <T> Stream<Seeded<T>> generate(int count, Function<Random, T> generator) {
        return generate(Seeded.newSeed(), count, generator);
    }

    private static <T> Stream<Seeded<T>> generate(long seed, int count, Function<Random, T> generator) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Seeded<>(generator.apply(random), seed))
                .limit(count);
    }
}
