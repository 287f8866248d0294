package com.ticketing.testsupport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The orderings in which an unordered, at-least-once message bus may deliver a list of messages. */
public final class MessageOrderings {

    private MessageOrderings() {}

    /** Returns all n! orderings of the messages, the given one first. */
    public static <T> Stream<List<T>> permutations(List<T> messages) {
        return permutationsWithDuplicates(messages, 0);
    }

    /**
     * Returns every ordering in which each message occurs at least once, with {@code duplicates} repetitions in total.
     */
    public static <T> Stream<List<T>> permutationsWithDuplicates(List<T> messages, int duplicates) {
        return repetitions(messages.size(), duplicates)
                .flatMap(MessageOrderings::distinctPermutations)
                .map(order -> pick(messages, order));
    }

    /**
     * Returns random orderings, each with at most {@code maxDuplicates} repetitions, for lists that are too long to try
     * every ordering.
     */
    public static <T> Stream<Seeded<List<T>>> random(List<T> messages, int maxDuplicates, int count) {
        return random(messages, maxDuplicates, count, Seeded.newSeed());
    }

    static <T> Stream<Seeded<List<T>>> random(List<T> messages, int maxDuplicates, int count, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> new Seeded<>(ordering(messages, maxDuplicates, random), seed))
                .limit(count);
    }

    private static <T> List<T> ordering(List<T> messages, int maxDuplicates, Random random) {
        List<T> ordering = new ArrayList<>(messages);
        int duplicates = messages.isEmpty() ? 0 : random.nextInt(maxDuplicates + 1);
        for (int i = 0; i < duplicates; i++) {
            ordering.add(messages.get(random.nextInt(messages.size())));
        }
        Collections.shuffle(ordering, random);
        return List.copyOf(ordering);
    }

    /** Returns the sorted indexes of the messages: each index once, plus every choice of {@code duplicates} more. */
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
        return Stream.iterate(Optional.of(sorted), Optional::isPresent, order -> order.flatMap(MessageOrderings::next))
                .flatMap(Optional::stream);
    }

    /** Returns the lexicographically next permutation. Swapping equal indexes does not make another permutation. */
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
