package com.ticketing.auth.order;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.messaging.Listener;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OrderCompletedListener extends Listener<OrderCompleted> {

    private final List<CompletedOrderAction> actions;

    OrderCompletedListener(List<CompletedOrderAction> actions) {
        super(OrderCompleted.class);
        this.actions = List.copyOf(actions);
    }

    @Override
    protected String orderingKey(OrderCompleted event) {
        return event.id();
    }

    @Override
    protected void onMessage(OrderCompleted event) {
        actions.forEach(action -> action.onCompleted(event));
    }
}
