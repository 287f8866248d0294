package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
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
 * The listeners and the database end in the state of the orderly history, whatever order the events of a ticket's orders
 * come in and however often. {@code -Dorderings.duplicates=3 -Dorderings.random=5000} takes some minutes.
 */
@TicketsServiceTest
// a context and so a database of its own: the embedded one looks at every document for each update
@TestPropertySource(properties = "messaging.max-deliveries=3")
class AnyOrderIT {

    /** How many of the four messages of the first story come again: with three of them there are 8,400 histories. */
    private static final int DUPLICATES = Integer.getInteger("orderings.duplicates", 2);

    private static final int RANDOM_HISTORIES = Integer.getInteger("orderings.random", 1_000);

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

    /** Ordered, let go, ordered by another and paid, and some of these again. */
    @Test
    void everyOrderOfOneTicketsLifeWithDuplicates() {
        Optional<Integer> orderly = holderAfter(List.of(0, 1, 2, 3), AnyOrderIT::soldToTheSecond);
        assertThat(orderly).contains(1);
        assertThat(MessageOrderings.permutationsWithDuplicates(List.of(0, 1, 2, 3), DUPLICATES))
                .hasSize(arrangements(4 + DUPLICATES))
                .allSatisfy(history -> assertThat(holderAfter(history, AnyOrderIT::soldToTheSecond))
                        .isEqualTo(orderly));
    }

    /** Of so many messages, each of the four at least once: all, less those that miss one, two or three of them. */
    private static int arrangements(int messages) {
        return (int) (Math.pow(4, messages) - 4 * Math.pow(3, messages) + 6 * Math.pow(2, messages) - 4);
    }

    @Test
    void randomHistoriesOfFiveBuyers() {
        List<Integer> all = Stream.iterate(0, next -> next + 1).limit(11).toList();
        Optional<Integer> orderly = holderAfter(all, AnyOrderIT::fiveBuyers);
        assertThat(orderly).contains(4);
        assertThat(MessageOrderings.random(all, 8, RANDOM_HISTORIES))
                .hasSize(RANDOM_HISTORIES)
                .allSatisfy(history -> assertThat(holderAfter(history.value(), AnyOrderIT::fiveBuyers))
                        .as("seed %d", history.seed())
                        .isEqualTo(orderly));
    }

    private static List<OrderEvents> buyers(String ticket, int count) {
        return Stream.generate(() -> OrderEvents.of(ticket)).limit(count).toList();
    }

    /** By their places in the events that the story makes: the place among its buyers of who holds the ticket at the end. */
    private Optional<Integer> holderAfter(List<Integer> history, Function<List<OrderEvents>, List<Event>> story) {
        Ticket ticket = tickets.save(Ticket.list("seller", "Concert", BigDecimal.TEN));
        try {
            List<OrderEvents> buyers = buyers(ticket.id(), 5);
            List<Event> events = story.apply(buyers);
            bus.deliver(history.stream().map(events::get).toList());
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

    /** Two let go, one pays and gets the money back with the ticket relisted, one lets go, the last one pays. */
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
