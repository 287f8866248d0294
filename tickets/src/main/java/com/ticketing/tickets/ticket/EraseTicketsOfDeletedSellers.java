package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.DeletionAction;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.tickets.delivery.Deliveries;
import org.springframework.stereotype.Component;

/** Takes the tickets of sellers whose accounts are deleted from sale, and erases those that no order has. */
@Component
class EraseTicketsOfDeletedSellers implements DeletionAction {

    private final Tickets tickets;
    private final Deliveries deliveries;

    EraseTicketsOfDeletedSellers(Tickets tickets, Deliveries deliveries) {
        this.tickets = tickets;
        this.deliveries = deliveries;
    }

    @Override
    public void onDeleted(String sellerId) {
        Keyset.stream(page -> tickets.ofSeller(sellerId, page), TicketView::id).forEach(ticket -> erase(ticket.id()));
    }

    /**
     * Takes the ticket from sale, and erases it unless it has an active order. A repetition completes what is missing.
     */
    void erase(String ticketId) {
        WriteConflicts.retry(() -> {
            Ticket ticket = tickets.find(ticketId).orElseThrow();
            boolean free = !ticket.hasActiveOrder();
            if (!ticket.isErased() && (free || !ticket.isSellerDeleted())) {
                ticket.deleteSeller();
                tickets.save(ticket);
            }
            if (ticket.isErased()) {
                eraseDeliveries(ticket);
            }
        });
    }

    /** After the erased ticket is saved, because an order that was saved first keeps the delivery. */
    private void eraseDeliveries(Ticket ticket) {
        deliveries.discardAll(ticket.id());
        if (ticket.delivery().isPresent()) {
            ticket.eraseDelivery();
            tickets.save(ticket);
        }
    }
}
