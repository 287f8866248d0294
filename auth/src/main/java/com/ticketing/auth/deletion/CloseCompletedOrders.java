package com.ticketing.auth.deletion;

import com.ticketing.auth.order.CompletedOrderAction;
import com.ticketing.common.events.OrderCompleted;
import org.springframework.stereotype.Component;

/** A completed order no longer prevents the deletion of its buyer's account. */
@Component
class CloseCompletedOrders implements CompletedOrderAction {

    private final OpenOrders orders;

    CloseCompletedOrders(OpenOrders orders) {
        this.orders = orders;
    }

    @Override
    public void onCompleted(OrderCompleted event) {
        orders.closed(event.id(), event.buyerId());
    }
}
