package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.testsupport.InMemoryBus;
import com.ticketing.testsupport.MessageOrderings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;

/**
 * The listeners and the database reach the same state for every ordering of the events of a ticket's orders.
 * {@code -Dorderings.duplicates=3 -Dorderings.random=5000} takes some minutes.
 */
@TicketsServiceTest
// creates a context with a separate database, because the embedded database scans all documents for each update
@TestPropertySource(properties = "messaging.max-deliveries=3")
class TicketMessageOrderingsIT {

    /** Number of repeated messages in addition to the four of the first test. Three of them make 8,400 orderings. */
    private static final int DUPLICATES = Integer.getInteger("orderings.duplicates", 1);

    private static final int RANDOM_ORDERINGS = Integer.getInteger("orderings.random", 300);

    @Autowired
    Tickets tickets;

    @Autowired
    OrderCreatedListener created;

    @Autowired
    OrderCancelledListener cancelled;

    @Autowired
    OrderCompletedListener completed;

    @Autowired
    OrderRefundedListener refunded;

    @Autowired
    MongoOperations mongo;

    private InMemoryBus bus;

    @BeforeEach
    void connect() {
        bus = new InMemoryBus()
                .with(OrderCreated.class, created::onMessage)
                .with(OrderCancelled.class, cancelled::onMessage)
                .with(OrderCompleted.class, completed::onMessage)
                .with(OrderRefunded.class, refunded::onMessage);
    }

    @Test
    void endsWithTheBuyerForEveryOrderingWithDuplicates() {
        Optional<Integer> expected = holderAfter(List.of(0, 1, 2, 3), TicketMessageOrderingsIT::soldToTheSecond);
        assertThat(expected).contains(1);
        assertThat(MessageOrderings.permutationsWithDuplicates(List.of(0, 1, 2, 3), DUPLICATES))
                .hasSize(count(4 + DUPLICATES))
                .allSatisfy(ordering -> assertThat(holderAfter(ordering, TicketMessageOrderingsIT::soldToTheSecond))
                        .isEqualTo(expected));
    }

    /** Counts the sequences of so many messages in which each of the four occurs, by inclusion and exclusion. */
    private static int count(int messages) {
        return (int) (Math.pow(4, messages) - 4 * Math.pow(3, messages) + 6 * Math.pow(2, messages) - 4);
    }

    @Test
    void endsWithTheLastOfFiveBuyersForRandomOrderings() {
        List<Integer> all = Stream.iterate(0, next -> next + 1).limit(11).toList();
        Optional<Integer> expected = holderAfter(all, TicketMessageOrderingsIT::fiveBuyers);
        assertThat(expected).contains(4);
        assertThat(MessageOrderings.random(all, 8, RANDOM_ORDERINGS))
                .hasSize(RANDOM_ORDERINGS)
                .allSatisfy(ordering -> assertThat(holderAfter(ordering.value(), TicketMessageOrderingsIT::fiveBuyers))
                        .as("seed %d", ordering.seed())
                        .isEqualTo(expected));
    }

    private static List<OrderEvents> buyers(String ticket, int count) {
        return Stream.generate(() -> OrderEvents.of(ticket)).limit(count).toList();
    }

    /**
     * Delivers the scenario's events in the given ordering.
     *
     * @param ordering indexes of the scenario's events
     * @return the index of the buyer whose order holds the ticket at the end
     */
    private Optional<Integer> holderAfter(List<Integer> ordering, Function<List<OrderEvents>, List<Event>> scenario) {
        Ticket ticket = tickets.save(
                Ticket.create(TimeOrderedIds.next(), "seller", "Concert", BigDecimal.TEN, TicketFacts.NONE, null));
        try {
            List<OrderEvents> buyers = buyers(ticket.id(), 5);
            List<Event> events = scenario.apply(buyers);
            bus.deliver(ordering.stream().map(events::get).toList());
            return tickets.find(ticket.id())
                    .orElseThrow()
                    .orderId()
                    .map(holder ->
                            buyers.stream().map(OrderEvents::order).toList().indexOf(holder));
        } finally {
            mongo.remove(query(where("_id").is(ticket.id())), Ticket.class);
        }
    }

    private static List<Event> soldToTheSecond(List<OrderEvents> buyers) {
        OrderEvents first = buyers.get(0);
        OrderEvents second = buyers.get(1);
        return List.of(first.created(), first.cancelled(), second.created(), second.completed());
    }

    /** Three buyers cancel, one is refunded and the ticket is relisted, the last one pays. */
    private static List<Event> fiveBuyers(List<OrderEvents> buyers) {
        List<Event> events = new ArrayList<>();
        for (int buyer : List.of(0, 1, 3)) {
            events.add(buyers.get(buyer).created());
            events.add(buyers.get(buyer).cancelled());
        }
        events.addAll(List.of(
                buyers.get(2).created(),
                buyers.get(2).completed(),
                buyers.get(2).refunded(true)));
        events.addAll(List.of(buyers.get(4).created(), buyers.get(4).completed()));
        return events;
    }
}
