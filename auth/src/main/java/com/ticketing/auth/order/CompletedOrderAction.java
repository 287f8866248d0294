package com.ticketing.auth.order;

import com.ticketing.common.events.OrderCompleted;

/** Runs when an order is completed. Must be idempotent: if one action fails, the event is delivered again to all. */
public interface CompletedOrderAction {

    void onCompleted(OrderCompleted event);
}
