package com.ticketing.orders.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Counts the database commands of each operation. A change of these numbers is a change of performance. */
@ServiceTest(properties = {"jwt.access-life=P2D", "orders.sweep-interval=PT1H"})
@Import({Channels.class, DatabaseCommands.class, MovableClock.class, TicketPublisher.class})
class CommandCountsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    @Autowired
    MovableClock clock;

    @Autowired
    Orders orders;

    @Autowired
    TicketLocks locks;

    @Autowired
    TicketReplicas replicas;

    @Autowired
    TicketPublisher publisher;

    TicketCreated ticket;
    Buyer buyer;

    @BeforeEach
    void publishTicket() {
        ticket = publisher.publish("20");
        buyer = Buyer.signedIn(api);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void copiesANewTicket() {
        TicketCreated another = new TicketCreated(SignedIn.newId(), 0, "Concert", BigDecimal.TEN, SignedIn.newId());
        assertDocumented("orders", "ticket created", publish(another, () -> assertCopied(another.id(), 0)));
    }

    @Test
    void copiesAChangedTicket() {
        TicketUpdated update =
                new TicketUpdated(ticket.id(), 1, ticket.title(), ticket.price(), ticket.sellerId(), SignedIn.newId());
        assertDocumented("orders", "ticket updated", publish(update, () -> assertCopied(ticket.id(), 1)));
    }

    @Test
    void placesAnOrder() {
        assertDocumented(
                "orders",
                "hold",
                commands.during(
                        () -> buyer.placeOrder(ticket.id()),
                        () -> assertThat(commands.documents("orders", and(eq("userId", buyer.id()), eq("version", 0))))
                                .isOne()));
    }

    /** The only insert is that of the rival's order. */
    @Test
    void rejectsAnOrderThatWaitedForAnotherOneWithoutAnInsert() {
        CompletableFuture<ApiResponse> rejected = new CompletableFuture<>();
        String sent = commands.during(
                () -> locks.run(ticket.id(), waited -> {
                    rejected.completeAsync(() -> buyer.requestOrder(ticket.id()), Thread::startVirtualThread);
                    eventually(() -> assertThat(locks.isAwaited(ticket.id())).isTrue());
                    return orders.save(Order.place(
                            TimeOrderedIds.next(),
                            SignedIn.newId(),
                            replicas.find(ticket.id()).orElseThrow(),
                            clock.instant().plus(Duration.ofMinutes(15)),
                            null));
                }),
                () -> assertThat(rejected).isCompleted());

        assertThat(rejected.join().codes()).containsExactly("ticket-reserved");
        assertThat(sent).contains("insert 1");
    }

    @Test
    void releasesATicket() {
        String order = placeOrder();
        assertDocumented(
                "orders",
                "release",
                commands.during(() -> buyer.cancelOrder(order).expect(204), () -> assertVersion(order, 1)));
    }

    @Test
    void expiresAHold() {
        String order = placeOrder();
        clock.advance(Duration.ofHours(1));
        assertDocumented("orders", "expiry", publish(new ExpirationComplete(order), () -> assertVersion(order, 1)));
    }

    @Test
    void completesAPaidOrder() {
        String order = placeOrder();
        PaymentCreated payment = new PaymentCreated(SignedIn.newId(), order, "pi_1", 1L);
        assertDocumented("orders", "payment", publish(payment, () -> assertVersion(order, 1)));
    }

    private String placeOrder() {
        String order = buyer.placeOrder(ticket.id());
        commands.during(() -> {}, () -> assertVersion(order, 0));
        return order;
    }

    private String publish(Event event, ThrowingRunnable effect) {
        return commands.during(() -> channels.publish(event), effect);
    }

    private void assertVersion(String order, long version) {
        assertThat(commands.documents("orders", and(eq("_id", order), eq("version", version))))
                .isOne();
    }

    private void assertCopied(String id, long version) {
        assertThat(commands.documents("tickets", and(eq("_id", id), eq("version", version))))
                .isOne();
    }
}
