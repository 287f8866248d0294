package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownOrdersTest {

    private static final long NOON = 1_900_000_000;

    private final OrdersProcess high = new OrdersProcess(0xff_ffff_ffffL);
    private final OrdersProcess low = new OrdersProcess(0);

    @Test
    void keepsTwentyStatesAndOneWatermarkPerProcessAfterTenThousandHolds() {
        List<OrderState> events = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String order = (i % 2 == 0 ? high : low).place(NOON + i / 500);
            events.addAll(List.of(created(order), ended(order)));
        }

        KnownOrders known = apply(none(), events);

        assertThat(known.recent()).hasSize(20);
        assertThat(known.pruned()).hasSize(2);
        assertThat(known.holder().map(OrderState::orderId)).isEmpty();
        long seed = Seeded.newSeed();
        Collections.shuffle(events, new Random(seed));
        assertThat(apply(known, events)).as("seed %d", seed).isEqualTo(known);

        KnownOrders shuffled = apply(none(), events);
        assertThat(shuffled.recent()).as("seed %d", seed).hasSizeLessThanOrEqualTo(20);
        assertThat(shuffled.holder()).as("seed %d", seed).isEmpty();
    }

    @Test
    void ignoresAllEventsOfAPrunedOrder() {
        String first = high.place(NOON);
        KnownOrders known = apply(none(), List.of(created(first), ended(first)));
        known = apply(known, holds(high, 20));

        assertThat(known.recent()).extracting(OrderState::orderId).doesNotContain(first);
        assertThat(known.isNewer(created(first))).isFalse();
        assertThat(known.isNewer(ended(first))).isFalse();
    }

    /** The ids of the pruned orders are greater, because their process sorts after the other one within the second. */
    @Test
    void acceptsANewOrderOfAProcessWithLowerIdsInTheSameSecond() {
        KnownOrders known = apply(none(), holds(high, 1_000));
        String placedLast = low.place(NOON);
        assertThat(known.pruned()).allSatisfy(pruned -> assertThat(pruned).isGreaterThan(placedLast));

        assertThat(known.isNewer(created(placedLast))).isTrue();
        known = known.with(created(placedLast));
        assertThat(known.holder().map(OrderState::orderId)).contains(placedLast);

        known = apply(known, holds(high, 1_000));
        assertThat(known.holder().map(OrderState::orderId))
                .as("after more orders than fit")
                .contains(placedLast);
    }

    /** The channel of cancellations may be delayed, so that all orders appear to be active. */
    @Test
    void keepsTheLastOrderWhenNoCancellationHasArrived() {
        List<OrderState> late = holds(high, 1_000);
        String placedLast = low.place(NOON);

        KnownOrders known =
                apply(none(), late.stream().filter(OrderState::active).toList());
        known = known.with(created(placedLast));
        assertThat(known.recent()).hasSize(20);
        known = apply(known, late);

        assertThat(known.holder().map(OrderState::orderId)).contains(placedLast);
    }

    @Test
    void rejectsOrdersBelowTheWatermarksOfTwentyProcesses() {
        List<OrdersProcess> processes = IntStream.rangeClosed(1, 40)
                .mapToObj(process -> new OrdersProcess(process))
                .toList();
        String removed = processes.getFirst().place(NOON - 1);
        KnownOrders known = apply(none(), List.of(created(removed), ended(removed)));
        for (OrdersProcess process : processes) {
            known = apply(known, holds(process, 2));
        }

        assertThat(known.pruned()).hasSize(20);
        assertThat(known.isNewer(created(removed))).isFalse();
        assertThat(known.isNewer(created(low.place(NOON + 1)))).isTrue();
    }

    @Test
    void shrinksTheStatesOfThePreviousVersion() {
        List<OrderState> stored =
                holds(high, 999).stream().filter(state -> !state.active()).toList();
        String holder = high.place(NOON);
        List<OrderState> withHolder = new ArrayList<>(List.of(new OrderState(holder, 0, true)));
        withHolder.addAll(stored);

        KnownOrders known = KnownOrders.of(withHolder, null);

        assertThat(known.recent()).hasSize(20);
        assertThat(known.pruned()).hasSize(1);
        assertThat(known.holder().map(OrderState::orderId)).contains(holder);
        assertThat(known.isNewer(created(stored.getFirst().orderId()))).isFalse();
    }

    /**
     * Orders of three processes whose clocks differ by up to two seconds, placed one after the other at up to 100 per
     * second. All but the last one end.
     */
    static Stream<Seeded<List<OrderState>>> histories() {
        return Stream.generate(Seeded::newSeed).limit(300).map(seed -> new Seeded<>(history(new Random(seed)), seed));
    }

    private static List<OrderState> history(Random random) {
        List<OrdersProcess> processes = Stream.generate(() -> new OrdersProcess(random.nextLong() & 0xff_ffff_ffffL))
                .limit(3)
                .toList();
        List<OrderState> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int process = random.nextInt(3);
            String order = processes.get(process).place(NOON + process + i / 100);
            events.add(created(order));
            events.add(i < 299 ? ended(order) : new OrderState(order, 1, true));
        }
        for (int i = 0; i < 100; i++) {
            events.add(events.get(random.nextInt(600)));
        }
        Collections.shuffle(events, random);
        return events;
    }

    @ParameterizedTest
    @MethodSource("histories")
    void endsWithTheLastOrderForRandomOrderings(Seeded<List<OrderState>> history) {
        String last = history.value().stream()
                .filter(state -> state.version() == 1 && state.active())
                .map(OrderState::orderId)
                .findAny()
                .orElseThrow();

        KnownOrders known = apply(none(), history.value());

        assertThat(known.holder().map(OrderState::orderId))
                .as("seed %d", history.seed())
                .contains(last);
        assertThat(known.recent()).hasSizeLessThanOrEqualTo(20);
        assertThat(known.pruned()).hasSizeLessThanOrEqualTo(3);
    }

    private static KnownOrders none() {
        return KnownOrders.of(List.of(), List.of());
    }

    private static List<OrderState> holds(OrdersProcess process, int count) {
        return Stream.generate(() -> process.place(NOON))
                .limit(count)
                .flatMap(order -> Stream.of(created(order), ended(order)))
                .toList();
    }

    private static OrderState created(String order) {
        return new OrderState(order, 0, true);
    }

    private static OrderState ended(String order) {
        return new OrderState(order, 1, false);
    }

    private static KnownOrders apply(KnownOrders known, List<OrderState> events) {
        KnownOrders current = known;
        for (OrderState event : events) {
            if (current.isNewer(event)) {
                current = current.with(event);
            }
        }
        return current;
    }
}
