package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.Seeded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ticket reaches the same state for every ordering of its orders' events. */
class TicketMessageOrderingsTest {

    record Scenario(String name, @Nullable String holder, List<OrderState> events) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        OrderState aCreated = new OrderState("a", 0, true);
        OrderState aCancelled = new OrderState("a", 1, false);
        OrderState aCompleted = new OrderState("a", 1, true);
        OrderState aRelisted = new OrderState("a", 2, false);
        OrderState bCreated = new OrderState("b", 0, true);
        OrderState bCompleted = new OrderState("b", 1, true);
        return Stream.of(
                new Scenario("held", "a", List.of(aCreated)),
                new Scenario("cancelled", null, List.of(aCreated, aCancelled)),
                new Scenario(
                        "cancelled and paid late", null, List.of(aCreated, aCancelled, new OrderState("a", 2, false))),
                new Scenario("sold", "a", List.of(aCreated, aCompleted)),
                new Scenario("refunded and kept", "a", List.of(aCreated, aCompleted, new OrderState("a", 2, true))),
                new Scenario("refunded and relisted", null, List.of(aCreated, aCompleted, aRelisted)),
                new Scenario("cancelled, held again", "b", List.of(aCreated, aCancelled, bCreated)),
                new Scenario(
                        "cancelled, sold to the next buyer", "b", List.of(aCreated, aCancelled, bCreated, bCompleted)),
                new Scenario("relisted, held again", "b", List.of(aCreated, aCompleted, aRelisted, bCreated)));
    }

    static Stream<Seeded<List<OrderState>>> randomOrderings() {
        return MessageOrderings.random(
                Stream.of("a", "b", "c", "d")
                        .flatMap(order ->
                                Stream.of(new OrderState(order, 0, true), new OrderState(order, 1, order.equals("d"))))
                        .toList(),
                6,
                200);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsWithTheSameHolderForEveryOrderingWithDuplicates(Scenario scenario) {
        assertThat(MessageOrderings.permutationsWithDuplicates(scenario.events(), 2))
                .isNotEmpty()
                .allSatisfy(ordering -> assertEndsWith(scenario.holder(), ordering));
    }

    @ParameterizedTest
    @MethodSource("randomOrderings")
    void endsWithTheLastOfFourBuyersForRandomOrderings(Seeded<List<OrderState>> ordering) {
        assertEndsWith("d", ordering.value());
    }

    private static void assertEndsWith(@Nullable String holder, List<OrderState> ordering) {
        Ticket ticket =
                Ticket.create(TimeOrderedIds.next(), "seller", "Concert", BigDecimal.TEN, TicketFacts.NONE, null);
        ordering.stream().filter(ticket::isNewer).forEach(ticket::apply);

        assertThat(ticket.orderId()).isEqualTo(Optional.ofNullable(holder));
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", holder == null);
    }
}
