package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.Seeded;
import com.ticketing.tickets.ticket.Ticket.OrderRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the events of a ticket's orders arrive, the ticket ends alike. */
class TicketHistoriesTest {

    record Story(String name, @Nullable String holder, List<OrderRecord> events) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        OrderRecord aCreated = new OrderRecord("a", 0, true);
        OrderRecord aCancelled = new OrderRecord("a", 1, false);
        OrderRecord aCompleted = new OrderRecord("a", 1, true);
        OrderRecord aRelisted = new OrderRecord("a", 2, false);
        OrderRecord bCreated = new OrderRecord("b", 0, true);
        OrderRecord bCompleted = new OrderRecord("b", 1, true);
        return Stream.of(
                new Story("held", "a", List.of(aCreated)),
                new Story("let go", null, List.of(aCreated, aCancelled)),
                new Story("let go and paid late", null, List.of(aCreated, aCancelled, new OrderRecord("a", 2, false))),
                new Story("sold", "a", List.of(aCreated, aCompleted)),
                new Story("refunded and kept", "a", List.of(aCreated, aCompleted, new OrderRecord("a", 2, true))),
                new Story("refunded and relisted", null, List.of(aCreated, aCompleted, aRelisted)),
                new Story("let go, held again", "b", List.of(aCreated, aCancelled, bCreated)),
                new Story("let go, sold to the next", "b", List.of(aCreated, aCancelled, bCreated, bCompleted)),
                new Story("relisted, held again", "b", List.of(aCreated, aCompleted, aRelisted, bCreated)));
    }

    static Stream<Seeded<List<OrderRecord>>> longHistories() {
        return MessageOrderings.random(
                Stream.of("a", "b", "c", "d")
                        .flatMap(order -> Stream.of(
                                new OrderRecord(order, 0, true), new OrderRecord(order, 1, order.equals("d"))))
                        .toList(),
                6,
                200);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyOrderWithDuplicatesEndsAlike(Story story) {
        assertThat(MessageOrderings.permutationsWithDuplicates(story.events(), 2))
                .isNotEmpty()
                .allSatisfy(history -> assertEndsWith(story.holder(), history));
    }

    @ParameterizedTest
    @MethodSource("longHistories")
    void fourBuyersInARowEndAlike(Seeded<List<OrderRecord>> history) {
        assertEndsWith("d", history.value());
    }

    private static void assertEndsWith(@Nullable String holder, List<OrderRecord> history) {
        Ticket ticket = Ticket.list("seller", "Concert", BigDecimal.TEN);
        history.stream().filter(ticket::isNews).forEach(ticket::follow);

        assertThat(ticket.orderId()).isEqualTo(Optional.ofNullable(holder));
        assertThat(ticket).hasFieldOrPropertyWithValue("listed", holder == null);
    }
}
