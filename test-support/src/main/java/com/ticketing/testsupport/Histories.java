package com.ticketing.testsupport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a bus that keeps no order and delivers at least once may make of a list of messages. */
public final class Histories {

    private Histories() {}

    /** Every order, the given one first: n! of them. */
    public static <T> Stream<List<T>> permutations(List<T> messages) {
        return permutationsWithDuplicates(messages, 0);
    }

    /** Every order in which each message comes at least once, and in all {@code duplicates} of them come again. */
    public static <T> Stream<List<T>> permutationsWithDuplicates(List<T> messages, int duplicates) {
        return repetitions(messages.size(), duplicates)
                .flatMap(Histories::distinctPermutations)
                .map(order -> pick(messages, order));
    }

    /** Random orders with up to so many duplicates: for lists too long to try every order. */
    public static <T> Stream<Seeded<List<T>>> random(List<T> messages, int maxDuplicates, int count) {
        return random(messages, maxDuplicates, count, RandomInput.seed());
    }

    static <T> Stream<Seeded<List<T>>> random(List<T> messages, int maxDuplicates, int count, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Seeded<>(history(messages, maxDuplicates, random), seed))
                .limit(count);
    }

    private static <T> List<T> history(List<T> messages, int maxDuplicates, Random random) {
        List<T> history = new ArrayList<>(messages);
        int duplicates = messages.isEmpty() ? 0 : random.nextInt(maxDuplicates + 1);
        for (int i = 0; i < duplicates; i++) {
            history.add(messages.get(random.nextInt(messages.size())));
        }
        Collections.shuffle(history, random);
        return List.copyOf(history);
    }

    /** Sorted positions: all of them, and each choice of so many more. */
    private static Stream<int[]> repetitions(int size, int duplicates) {
        Stream<int[]> choices = Stream.of(new int[0]);
        for (int i = 0; i < duplicates; i++) {
            choices =
                    choices.flatMap(choice -> IntStream.range(choice.length == 0 ? 0 : choice[choice.length - 1], size)
                            .mapToObj(next -> append(choice, next)));
        }
        return choices.map(choice -> IntStream.concat(IntStream.range(0, size), Arrays.stream(choice))
                .sorted()
                .toArray());
    }

    private static int[] append(int[] choice, int next) {
        int[] longer = Arrays.copyOf(choice, choice.length + 1);
        longer[choice.length] = next;
        return longer;
    }

    private static Stream<int[]> distinctPermutations(int[] sorted) {
        return Stream.iterate(Optional.of(sorted), Optional::isPresent, order -> order.flatMap(Histories::next))
                .flatMap(Optional::stream);
    }

    /** The next order in the lexicographic sequence, in which equal positions change places in no new way. */
    private static Optional<int[]> next(int[] order) {
        int pivot = order.length - 2;
        while (pivot >= 0 && order[pivot] >= order[pivot + 1]) {
            pivot--;
        }
        if (pivot < 0) {
            return Optional.empty();
        }
        int[] next = order.clone();
        int greater = next.length - 1;
        while (next[greater] <= next[pivot]) {
            greater--;
        }
        swap(next, pivot, greater);
        for (int left = pivot + 1, right = next.length - 1; left < right; left++, right--) {
            swap(next, left, right);
        }
        return Optional.of(next);
    }

    private static void swap(int[] order, int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    private static <T> List<T> pick(List<T> messages, int[] order) {
        return Arrays.stream(order).<T>mapToObj(messages::get).toList();
    }
}
