package com.ticketing.sample.ticket;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketWebhookController {

    @PostMapping("/api/tickets/webhook")
    String receive(String body) {
        return body;
    }
}
