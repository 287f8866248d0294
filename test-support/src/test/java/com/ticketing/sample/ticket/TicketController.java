package com.ticketing.sample.ticket;

import com.ticketing.common.security.CurrentUser;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tickets")
class TicketController {

    private final TicketService tickets;

    TicketController(TicketService tickets) {
        this.tickets = tickets;
    }

    @GetMapping
    String get(String id) {
        return id;
    }

    @RequestMapping(method = RequestMethod.GET)
    String alsoGet(String id) {
        return id;
    }

    @PostMapping
    String post(CurrentUser user, BigDecimal price) {
        return tickets.create(user.id(), price);
    }
}
