package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.payments.OrderEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReplicaTest {

    private final OrderEvents events = OrderEvents.priced("20");
    private final List<OrderReplica> told = List.of(
            OrderReplica.of(events.created()),
            OrderReplica.of(events.completed()),
            OrderReplica.of(events.refunded(true)));

    @Test
    void isTheSameInWhateverOrderItIsTold() {
        OrderReplica inOrder = told.get(0).merge(told.get(1)).merge(told.get(2));
        for (List<OrderReplica> order : permutations(told)) {
            OrderReplica merged = order.get(0).merge(order.get(1)).merge(order.get(2));
            assertThat(merged).isEqualTo(inOrder);
            assertThat(merged.merge(order.get(1))).as("told again").isEqualTo(inOrder);
        }
        assertThat(inOrder.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(inOrder.price()).isEqualByComparingTo("20");
    }

    @Test
    void learnsItsBuyerFromACreationThatComesLate() {
        OrderReplica cancelled =
                OrderReplica.of(new OrderCancelled(events.id(), 1, null, null, new TicketReference(events.ticketId())));
        assertThat(cancelled.isBuyer(events.buyer())).isFalse();
        OrderReplica merged = cancelled.merge(OrderReplica.of(events.created()));
        assertThat(merged.isBuyer(events.buyer())).isTrue();
        assertThat(merged.isCancelled()).isTrue();
    }

    @Test
    void isHeldUntilItExpires() {
        OrderReplica order = told.getFirst();
        assertThat(order.isHeldAt(events.expiresAt().minusMillis(1))).isTrue();
        assertThat(order.isHeldAt(events.expiresAt())).isFalse();
        assertThat(order.merge(told.get(1)).isHeldAt(events.expiresAt().minusMillis(1)))
                .isFalse();
    }

    private static List<List<OrderReplica>> permutations(List<OrderReplica> orders) {
        if (orders.isEmpty()) {
            return List.of(List.of());
        }
        List<List<OrderReplica>> all = new ArrayList<>();
        for (OrderReplica first : orders) {
            List<OrderReplica> others = new ArrayList<>(orders);
            others.remove(first);
            for (List<OrderReplica> rest : permutations(others)) {
                List<OrderReplica> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
