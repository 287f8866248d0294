package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.OrderUsed;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketReference;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.order.Order.Use;
import com.ticketing.orders.ticket.TicketReplica;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");
    private static final TicketReplica TICKET =
            new TicketReplica("ticket", 3, "Concert", new BigDecimal("19.90"), "seller", TicketFacts.NONE, null);
    private static final TicketReference REFERENCE = new TicketReference("ticket");
    private static final Refund REFUND_OF_ORDER = new Refund("re_1", LATER);

    record Verb(String name, Consumer<Order> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    record State(String name, Consumer<Order> reached, List<Verb> allowed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Verb CANCEL = new Verb("cancel", order -> order.cancel(LATER));
    private static final Verb COMPLETE = new Verb("complete", order -> order.complete(LATER));
    private static final Verb REFUND = new Verb("refund", order -> order.refund(REFUND_OF_ORDER, true));
    private static final Verb RECORD_LATE_REFUND =
            new Verb("record a late refund", order -> order.recordLateRefund(REFUND_OF_ORDER));

    private static final Verb RECORD_LATE_PAYMENT =
            new Verb("record a late payment", order -> order.recordLatePayment("pi_1"));

    private static final Verb REFUND_WITHOUT_RELISTING =
            new Verb("refund without relisting", order -> order.refund(REFUND_OF_ORDER, false));

    private static final Verb RELIST = new Verb("relist", Order::relist);

    private static final Verb USE = new Verb("use", order -> order.use(new Use(LATER, "scanner", "nonce")));

    private static final List<Verb> VERBS =
            List.of(CANCEL, COMPLETE, USE, REFUND, RELIST, RECORD_LATE_PAYMENT, RECORD_LATE_REFUND);

    private static final List<State> STATES = List.of(
            new State("created", order -> {}, List.of(CANCEL, COMPLETE, REFUND)),
            new State("cancelled", CANCEL.action, List.of(RECORD_LATE_PAYMENT, RECORD_LATE_REFUND)),
            new State(
                    "cancelled and paid",
                    CANCEL.action.andThen(RECORD_LATE_PAYMENT.action),
                    List.of(RECORD_LATE_REFUND)),
            new State("cancelled and refunded", CANCEL.action.andThen(RECORD_LATE_REFUND.action), List.of()),
            new State("complete", COMPLETE.action, List.of(USE, REFUND)),
            new State("used", COMPLETE.action.andThen(USE.action), List.of(REFUND)),
            new State("refunded", COMPLETE.action.andThen(REFUND.action), List.of()),
            new State(
                    "refunded without relisting",
                    COMPLETE.action.andThen(REFUND_WITHOUT_RELISTING.action),
                    List.of(RELIST)));

    private final Order order = placed();

    private static Order placed() {
        return Order.place(TimeOrderedIds.next(), "buyer", TICKET, LATER, "buyer#0");
    }

    static Stream<Arguments> everyVerbInEveryState() {
        return STATES.stream().flatMap(state -> VERBS.stream().map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyVerbInEveryState")
    void allowsEachVerbOnlyInItsStates(State state, Verb verb) {
        state.reached.accept(order);
        int raisedBefore = raisedBy(order).size();

        if (state.allowed.contains(verb)) {
            verb.action.accept(order);
            assertThat(raisedBy(order)).hasSize(raisedBefore + 1);
        } else {
            OrderStatus status = order.status();
            assertThatIllegalStateException()
                    .isThrownBy(() -> verb.action.accept(order))
                    .withMessageContaining(order.id());
            assertThat(order.status()).isEqualTo(status);
            assertThat(raisedBy(order)).hasSize(raisedBefore);
        }
    }

    @Test
    void holdsTheTicketAtItsPriceWhenPlaced() {
        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(order.isHold()).isTrue();
        assertThat(order.ticket().price()).isEqualByComparingTo("19.9");
        assertThat(order.ticket().version()).isEqualTo(3);
        assertHas("ticket", "buyer#0");
        assertLastRaised()
                .isEqualTo(new OrderCreated(
                        order.id(),
                        0,
                        OrderStatus.CREATED,
                        "buyer",
                        LATER,
                        new OrderCreated.Ticket("ticket", new BigDecimal("19.90"), "seller")));
    }

    @Test
    void releasesTheTicketAndTheHoldNumberWhenCancelled() {
        order.cancel(LATER);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertHas(null, null);
        assertLastRaised().isEqualTo(new OrderCancelled(order.id(), 0, OrderStatus.CANCELLED, "buyer", REFERENCE));
    }

    @Test
    void keepsTheTicketAndReleasesTheHoldNumberWhenCompleted() {
        order.complete(LATER);

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETE);
        assertThat(order.isHold()).isFalse();
        assertHas("ticket", null);
        assertLastRaised()
                .isEqualTo(new OrderCompleted(
                        order.id(),
                        0,
                        OrderStatus.COMPLETE,
                        "buyer",
                        new OrderCompleted.Ticket(
                                "ticket", "Concert", new BigDecimal("19.90"), "seller", TicketFacts.NONE),
                        LATER));
    }

    @Test
    void keepsTheTicketWhenRefundedWithoutRelisting() {
        order.complete(LATER);
        order.refund(REFUND_OF_ORDER, false);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.refund()).contains(REFUND_OF_ORDER);
        assertHas("ticket", null);
        assertLastRaised().isEqualTo(new OrderRefunded(order.id(), 0, OrderStatus.REFUNDED, "buyer", REFERENCE, false));
    }

    @Test
    void releasesTheTicketOfARefundedOrderWhenRelisted() {
        order.complete(LATER);
        order.refund(REFUND_OF_ORDER, false);
        order.relist();

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.isActive()).isFalse();
        assertHas(null, null);
        assertLastRaised().isEqualTo(new OrderRefunded(order.id(), 0, OrderStatus.REFUNDED, "buyer", REFERENCE, true));
    }

    @Test
    void releasesTheTicketWhenRefundedWithRelistingEvenBeforeThePaymentEvent() {
        order.refund(REFUND_OF_ORDER, true);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertHas(null, null);
        assertLastRaised().isEqualTo(new OrderRefunded(order.id(), 0, OrderStatus.REFUNDED, "buyer", REFERENCE, true));
    }

    @Test
    void publishesTheCancellationAgainForALatePayment() {
        order.cancel(LATER);
        assertThat(order.knowsLatePayment()).isFalse();
        order.recordLatePayment("pi_1");

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.knowsLatePayment()).isTrue();
        assertLastRaised().isEqualTo(new OrderCancelled(order.id(), 0, OrderStatus.CANCELLED, "buyer", REFERENCE));
    }

    @Test
    void isOverdueFromItsEndWhileItIsAHold() {
        assertThat(order.isOverdueAt(LATER.minusMillis(1))).isFalse();
        assertThat(order.isOverdueAt(LATER)).isTrue();
        order.complete(LATER);
        assertThat(order.isOverdueAt(LATER)).isFalse();
    }

    @Test
    void recordsAndPublishesALateRefundWhenCancelled() {
        order.cancel(LATER);
        order.recordLateRefund(REFUND_OF_ORDER);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.refund()).contains(REFUND_OF_ORDER);
        assertLastRaised().isEqualTo(new OrderCancelled(order.id(), 0, OrderStatus.CANCELLED, "buyer", REFERENCE));
    }

    @Test
    void publishesItsUse() {
        order.complete(LATER);
        order.use(new Use(LATER, "scanner", "nonce"));

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETE);
        assertLastRaised().isEqualTo(new OrderUsed(order.id(), 0, OrderStatus.COMPLETE, "buyer", REFERENCE, LATER));
    }

    @Test
    void isPlacedByItsBuyerOnly() {
        assertThat(order.isPlacedBy("buyer")).isTrue();
        assertThat(order.isPlacedBy("seller")).isFalse();
    }

    private void assertHas(@Nullable String ticket, @Nullable String holdNumber) {
        assertThat(order).hasFieldOrPropertyWithValue("activeTicketId", ticket);
        assertThat(order).hasFieldOrPropertyWithValue("occupancy", ticket == null ? order.id() : "active");
        assertThat(order.isActive()).isEqualTo(ticket != null);
        assertThat(order).hasFieldOrPropertyWithValue("holdNumber", holdNumber);
    }

    private ObjectAssert<Object> assertLastRaised() {
        return assertThat(raisedBy(order).getLast());
    }

    private static List<?> raisedBy(Order order) {
        return assertThat(order)
                .extracting("raised", InstanceOfAssertFactories.LIST)
                .extracting("event")
                .actual();
    }
}
