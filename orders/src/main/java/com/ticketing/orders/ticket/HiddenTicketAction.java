package com.ticketing.orders.ticket;

/** Runs when the tickets service has published that an order holds a hidden ticket. Must be idempotent. */
public interface HiddenTicketAction {

    void onHidden(String orderId);
}
