package com.ticketing.tickets.ticket;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns all data of the signed-in user that this service stores. */
@RestController
class TicketExportController {

    private final TicketService tickets;

    TicketExportController(TicketService tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/api/tickets/me/export")
    TicketExport export(CurrentUser user) {
        return new TicketExport(Keyset.stream(page -> tickets.describedOfSeller(user.id(), page), TicketView::id)
                .map(TicketResponse::own));
    }
}
