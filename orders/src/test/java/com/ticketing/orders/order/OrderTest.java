package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private static final Ticket TICKET = new Ticket("ticket", 3, "Concert", new BigDecimal("19.90"), "seller");
    private static final TicketReference REFERENCE = new TicketReference("ticket");
    private static final Refund REFUND = new Refund("re_1", LATER);

    private static final Map<String, Consumer<Order>> VERBS = Map.of(
            "cancel", Order::cancel,
            "complete", Order::complete,
            "refund", order -> order.refund(REFUND, true),
            "note a late refund", order -> order.noteLateRefund(REFUND));

    private static final Map<String, Consumer<Order>> STATES = Map.of(
            "created", order -> {},
            "cancelled", Order::cancel,
            "cancelled, refund noted", order -> {
                order.cancel();
                order.noteLateRefund(REFUND);
            },
            "complete", Order::complete,
            "refunded", order -> {
                order.complete();
                order.refund(REFUND, false);
            });

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "created", List.of("cancel", "complete", "refund"),
            "cancelled", List.of("note a late refund"),
            "cancelled, refund noted", List.of(),
            "complete", List.of("refund"),
            "refunded", List.of());

    private final Order order = placed();

    private static Order placed() {
        return Order.place("buyer", TICKET, LATER, "buyer#0");
    }

    static Stream<Arguments> everyVerbInEveryState() {
        return STATES.keySet().stream().sorted().flatMap(state -> VERBS.keySet().stream()
                .sorted()
                .map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyVerbInEveryState")
    void allowsAVerbWhereItMakesSenseAndChangesNothingElsewhere(String state, String verb) {
        STATES.get(state).accept(order);
        int raisedBefore = raisedBy(order).size();

        if (ALLOWED.get(state).contains(verb)) {
            VERBS.get(verb).accept(order);
            assertThat(raisedBy(order)).hasSize(raisedBefore + 1);
        } else {
            OrderStatus status = order.status();
            assertThatIllegalStateException()
                    .isThrownBy(() -> VERBS.get(verb).accept(order))
                    .withMessageContaining(order.id());
            assertThat(order.status()).isEqualTo(status);
            assertThat(raisedBy(order)).hasSize(raisedBefore);
        }
    }

    @Test
    void placedHoldsTheTicketAtItsPrice() {
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
    void cancelledFreesTheTicketAndThePlace() {
        order.cancel();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertHas(null, null);
        assertLastRaised()
                .isEqualTo(new OrderCancelled(order.id(), 0, OrderStatus.CANCELLED, "buyer", REFERENCE));
    }

    @Test
    void completeKeepsTheTicketAndFreesThePlace() {
        order.complete();

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETE);
        assertThat(order.isHold()).isFalse();
        assertHas("ticket", null);
        assertLastRaised()
                .isEqualTo(new OrderCompleted(order.id(), 0, OrderStatus.COMPLETE, "buyer", REFERENCE));
    }

    @Test
    void refundedKeepsTheTicketUnlessItIsRelisted() {
        order.complete();
        order.refund(REFUND, false);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.refund()).contains(REFUND);
        assertHas("ticket", null);
        assertLastRaised()
                .isEqualTo(new OrderRefunded(order.id(), 0, OrderStatus.REFUNDED, "buyer", REFERENCE, false));
    }

    @Test
    void refundedAndRelistedFreesTheTicketEvenBeforeItsPaymentWasHeardOf() {
        order.refund(REFUND, true);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertHas(null, null);
        assertLastRaised()
                .isEqualTo(new OrderRefunded(order.id(), 0, OrderStatus.REFUNDED, "buyer", REFERENCE, true));
    }

    @Test
    void cancelledNotesALateRefundAndTellsOfIt() {
        order.cancel();
        order.noteLateRefund(REFUND);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.refund()).contains(REFUND);
        assertLastRaised()
                .isEqualTo(new OrderCancelled(order.id(), 0, OrderStatus.CANCELLED, "buyer", REFERENCE));
    }

    @Test
    void belongsToItsBuyer() {
        assertThat(order.isPlacedBy("buyer")).isTrue();
        assertThat(order.isPlacedBy("seller")).isFalse();
    }

    private void assertHas(@Nullable String ticket, @Nullable String slot) {
        assertThat(order).hasFieldOrPropertyWithValue("activeTicketId", ticket);
        assertThat(order).hasFieldOrPropertyWithValue("holdSlot", slot);
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
