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

    private final OrderEvents order = OrderEvents.priced("20");
    private final List<OrderReplica> events = List.of(
            OrderReplica.of(order.created()),
            OrderReplica.of(order.completed()),
            OrderReplica.of(order.refunded(true)));

    @Test
    void everyOrderOfEventsEndsInTheSameState() {
        OrderReplica expected = events.get(0).merge(events.get(1)).merge(events.get(2));
        for (List<OrderReplica> ordering : permutations(events)) {
            OrderReplica merged = ordering.get(0).merge(ordering.get(1)).merge(ordering.get(2));
            assertThat(merged).isEqualTo(expected);
            assertThat(merged.merge(ordering.get(1))).as("after a redelivery").isEqualTo(expected);
        }
        assertThat(expected.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(expected.price()).isEqualByComparingTo("20");
    }

    @Test
    void theBuyerOfACancelledOrderIsTakenFromALateCreation() {
        OrderReplica cancelled =
                OrderReplica.of(new OrderCancelled(order.id(), 1, null, null, new TicketReference(order.ticketId())));
        assertThat(cancelled.isBuyer(order.buyer())).isFalse();
        OrderReplica merged = cancelled.merge(OrderReplica.of(order.created()));
        assertThat(merged.isBuyer(order.buyer())).isTrue();
        assertThat(merged.isSeller(order.seller())).isTrue();
        assertThat(merged.isCancelled()).isTrue();
    }

    @Test
    void anOrderIsHeldUntilItExpiresOrIsCompleted() {
        OrderReplica created = events.getFirst();
        assertThat(created.isHeldAt(order.expiresAt().minusMillis(1))).isTrue();
        assertThat(created.isHeldAt(order.expiresAt())).isFalse();
        assertThat(created.merge(events.get(1)).isHeldAt(order.expiresAt().minusMillis(1)))
                .isFalse();
    }

    private static List<List<OrderReplica>> permutations(List<OrderReplica> replicas) {
        if (replicas.isEmpty()) {
            return List.of(List.of());
        }
        List<List<OrderReplica>> all = new ArrayList<>();
        for (OrderReplica first : replicas) {
            List<OrderReplica> others = new ArrayList<>(replicas);
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
