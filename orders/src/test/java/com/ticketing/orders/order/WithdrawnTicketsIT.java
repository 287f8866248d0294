package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.TicketReplica;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A withdrawn ticket cannot be ordered, and an order that was too late for the withdrawal ends. */
@OrdersServiceTest
class WithdrawnTicketsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    TicketReplicas replicas;

    @Autowired
    Orders orders;

    Buyer buyer;
    TicketCreated ticket;

    @BeforeEach
    void createTicket() {
        buyer = Buyer.signedIn(api);
        ticket = publisher.publish("20");
    }

    @Test
    void rejectsAnOrderUntilTheTicketIsRestored() {
        channels.publish(updated(1, null, true));
        eventually(() -> assertThat(replicas.find(ticket.id()).filter(TicketReplica::isHidden))
                .isPresent());

        ApiResponse rejected = buyer.requestOrder(ticket.id());
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("ticket-not-for-sale");
        assertThat(channels.receivedWith(Subject.ORDER_CREATED, "userId", buyer.id()))
                .isEmpty();

        channels.publish(updated(2, null, null));
        eventually(() ->
                assertThat(replicas.find(ticket.id()).orElseThrow().version()).isEqualTo(2));
        String accepted = buyer.placeOrder(ticket.id());
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CREATED, accepted)).hasSize(1));
        assertThat(channels.receivedWith(Subject.ORDER_CREATED, "userId", buyer.id()))
                .hasSize(1);
    }

    @Test
    void cancelsTheHoldThatWasTooLate() {
        String order = buyer.placeOrder(ticket.id());
        channels.publish(updated(1, null, true));
        channels.publish(updated(2, order, true));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(1));
        assertThat(buyer.requestOrder(ticket.id()).codes()).containsExactly("ticket-not-for-sale");
    }

    /** The order arrived first at the tickets service, which has rejected the withdrawal. */
    @Test
    void keepsTheHoldOfATicketThatIsNotWithdrawn() {
        String order = buyer.placeOrder(ticket.id());
        channels.publish(updated(1, order, null));
        eventually(() ->
                assertThat(replicas.find(ticket.id()).orElseThrow().version()).isEqualTo(1));

        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    /** A repeated event, after the ticket was restored and ordered again. */
    @Test
    void keepsALaterOrderWhenTheEventIsRepeated() {
        String first = buyer.placeOrder(ticket.id());
        channels.publish(updated(2, first, true));
        eventually(() -> assertThat(buyer.statusOf(first)).isEqualTo("cancelled"));
        channels.publish(updated(4, null, null));
        eventually(
                () -> assertThat(Buyer.signedIn(api).requestOrder(ticket.id()).status())
                        .isEqualTo(201));
        Order later = later(first);

        channels.publish(updated(2, first, true));
        awaitHandled();

        assertThat(later(first).status()).isEqualTo(later.status());
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, first)).hasSize(1));
    }

    @Test
    void ignoresAnOrderThatDoesNotExist() {
        channels.publish(updated(1, SignedIn.newId(), true));
        awaitHandled();

        assertThat(buyer.requestOrder(ticket.id()).codes()).containsExactly("ticket-not-for-sale");
    }

    /** The order's document decides: it is a sale, or it is cancelled and has the payment that has to be refunded. */
    @Test
    void decidesBetweenThePaymentAndTheWithdrawalInTheOrder() throws Exception {
        List<TicketCreated> tickets =
                IntStream.range(0, 16).mapToObj(each -> publisher.publish("20")).toList();
        List<String> placed = tickets.stream()
                .map(each -> Buyer.signedIn(api).placeOrder(each.id()))
                .toList();

        List<Thread> publishers = IntStream.range(0, placed.size())
                .boxed()
                .flatMap(each -> Stream.<Event>of(
                        new PaymentCreated(SignedIn.newId(), placed.get(each), "pi_" + each, 0L),
                        updated(tickets.get(each), 1, placed.get(each), true)))
                .map(event -> Thread.startVirtualThread(() -> channels.publish(event)))
                .toList();
        for (Thread publisher : publishers) {
            publisher.join();
        }

        for (String order : placed) {
            eventually(() -> {
                List<?> completed = channels.received(Subject.ORDER_COMPLETED, order);
                List<?> cancelled = channels.received(Subject.ORDER_CANCELLED, order);
                // a late payment publishes the cancellation again, which makes the payments service refund it
                assertThat(List.of(completed.size(), cancelled.size())).isIn(List.of(1, 0), List.of(0, 2));
            });
        }
    }

    private Order later(String first) {
        return orders.withActiveTicket(ticket.id())
                .filter(order -> !order.id().equals(first))
                .orElseThrow();
    }

    private void awaitHandled() {
        TicketCreated other = publisher.publish("20");
        channels.publish(updated(other, 1, null, null));
        eventually(() ->
                assertThat(replicas.find(other.id()).orElseThrow().version()).isEqualTo(1));
    }

    private TicketUpdated updated(long version, @Nullable String orderId, @Nullable Boolean hidden) {
        return updated(ticket, version, orderId, hidden);
    }

    private static TicketUpdated updated(
            TicketCreated ticket, long version, @Nullable String orderId, @Nullable Boolean hidden) {
        return new TicketUpdated(
                ticket.id(),
                version,
                ticket.title(),
                ticket.price(),
                ticket.sellerId(),
                orderId,
                hidden,
                TicketFacts.NONE);
    }
}
