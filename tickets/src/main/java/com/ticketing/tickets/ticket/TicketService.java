package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.ticket.Ticket.OrderRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class TicketService {

    private final Tickets tickets;

    private final Bans bans;

    TicketService(Tickets tickets, Bans bans) {
        this.tickets = tickets;
        this.bans = bans;
    }

    List<Ticket> search(@Nullable String query, Keyset page) {
        return tickets.listed(query == null ? List.of() : Words.of(query), page);
    }

    List<Ticket> ofSeller(String userId, Keyset page) {
        return tickets.ofSeller(userId, page);
    }

    Ticket get(String id) {
        return tickets.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    Ticket list(String userId, TicketRequest request) {
        Ticket ticket = tickets.save(Ticket.list(userId, request.title(), request.price()));
        // a ban that is stored by now may have been acted on before this ticket was there
        if (bans.isBanned(userId)) {
            hide(ticket.id(), true);
        }
        return ticket;
    }

    /** Takes all of the seller's tickets off the list, or puts them back. */
    void hideAllOf(String userId, boolean hidden) {
        tickets.idsOfSeller(userId).forEach(id -> hide(id, hidden));
    }

    private void hide(String id, boolean hidden) {
        WriteConflicts.retry(() -> {
            Ticket ticket = get(id);
            if (ticket.isHidden() != hidden) {
                ticket.hide(hidden);
                tickets.save(ticket);
            }
        });
    }

    Ticket edit(String id, String userId, TicketRequest request) {
        return WriteConflicts.retry(() -> {
            Ticket ticket = get(id);
            if (!ticket.isSoldBy(userId)) {
                throw new ApiException(CommonError.NOT_AUTHORIZED);
            }
            if (ticket.isReserved()) {
                throw new ApiException(TicketError.TICKET_RESERVED);
            }
            if (!request.expects(ticket.version())) {
                throw new ApiException(TicketError.VERSION_CONFLICT).withCurrent(TicketResponse.of(ticket));
            }
            ticket.edit(request.title(), request.price());
            return tickets.save(ticket);
        });
    }

    /** Takes in an order's state; quietly ignores what the ticket already knows. */
    void follow(String ticketId, OrderRecord record) {
        WriteConflicts.retry(() -> {
            Ticket ticket = tickets.find(ticketId)
                    .orElseThrow(() ->
                            new IllegalStateException("No ticket " + ticketId + " for order " + record.orderId()));
            if (ticket.isNews(record)) {
                ticket.follow(record);
                tickets.save(ticket);
            }
        });
    }
}
