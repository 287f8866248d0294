package com.ticketing.orders.order;

import com.ticketing.orders.ticket.HiddenTicketAction;
import org.springframework.stereotype.Component;

/** Cancels the hold of a ticket that was withdrawn before its order arrived at the tickets service, see ADR 59. */
@Component
class CancelHoldsOfHiddenTickets implements HiddenTicketAction {

    private final OrderService orders;

    CancelHoldsOfHiddenTickets(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public void onHidden(String orderId) {
        orders.cancelHold(orderId);
    }
}
