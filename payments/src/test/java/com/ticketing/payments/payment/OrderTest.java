package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final OrderEvents events = OrderEvents.priced("20");
    private final List<Order> told =
            List.of(Order.of(events.created()), Order.of(events.completed()), Order.of(events.refunded(true)));

    @Test
    void isTheSameInWhateverOrderItIsTold() {
        Order inOrder = told.get(0).merge(told.get(1)).merge(told.get(2));
        for (List<Order> order : permutations(told)) {
            Order merged = order.get(0).merge(order.get(1)).merge(order.get(2));
            assertThat(merged).isEqualTo(inOrder);
            assertThat(merged.merge(order.get(1))).as("told again").isEqualTo(inOrder);
        }
        assertThat(inOrder.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(inOrder.price()).isEqualByComparingTo("20");
    }

    @Test
    void learnsItsBuyerFromACreationThatComesLate() {
        Order cancelled =
                Order.of(new OrderCancelled(events.id(), 1, null, null, new TicketReference(events.ticketId())));
        assertThat(cancelled.isBuyer(events.buyer())).isFalse();
        Order merged = cancelled.merge(Order.of(events.created()));
        assertThat(merged.isBuyer(events.buyer())).isTrue();
        assertThat(merged.isCancelled()).isTrue();
    }

    @Test
    void isHeldUntilItExpires() {
        Order order = told.getFirst();
        assertThat(order.isHeldAt(events.expiresAt().minusMillis(1))).isTrue();
        assertThat(order.isHeldAt(events.expiresAt())).isFalse();
        assertThat(order.merge(told.get(1)).isHeldAt(events.expiresAt().minusMillis(1)))
                .isFalse();
    }

    private static List<List<Order>> permutations(List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Order>> all = new ArrayList<>();
        for (Order first : orders) {
            List<Order> others = new ArrayList<>(orders);
            others.remove(first);
            for (List<Order> rest : permutations(others)) {
                List<Order> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
