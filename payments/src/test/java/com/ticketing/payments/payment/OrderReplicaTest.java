package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.payments.OrderEvents;
import com.ticketing.testsupport.MessageOrderings;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderReplicaTest {

    private final OrderEvents order = OrderEvents.priced("20");
    private final List<OrderReplica> events = List.of(
            OrderReplica.of(order.created()),
            OrderReplica.of(order.completed()),
            OrderReplica.of(order.refunded(true)));

    @Test
    void everyOrderingOfEventsEndsInTheSameState() {
        OrderReplica expected = apply(events);
        assertThat(expected.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(expected.price()).isEqualByComparingTo("20");
        assertThat(MessageOrderings.permutationsWithDuplicates(events, 1))
                .isNotEmpty()
                .allSatisfy(ordering -> assertThat(apply(ordering)).isEqualTo(expected));
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

    private static OrderReplica apply(List<OrderReplica> ordering) {
        return ordering.stream().reduce(OrderReplica::merge).orElseThrow();
    }
}
