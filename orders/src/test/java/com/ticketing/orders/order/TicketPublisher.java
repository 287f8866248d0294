package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import org.springframework.boot.test.context.TestComponent;

/** Publishes tickets as the tickets service does. */
@TestComponent
class TicketPublisher {

    private final Channels channels;
    private final TicketReplicas replicas;

    TicketPublisher(Channels channels, TicketReplicas replicas) {
        this.channels = channels;
        this.replicas = replicas;
    }

    /** Publishes a new ticket and waits until the service has its replica. */
    TicketCreated publish(String price) {
        return publish(new TicketCreated(SignedIn.newId(), 0, "Concert", new BigDecimal(price), SignedIn.newId()));
    }

    TicketCreated publish(TicketCreated ticket) {
        channels.publish(ticket);
        eventually(() -> assertThat(replicas.find(ticket.id())).isPresent());
        return ticket;
    }

    /** Publishes a new ticket and returns its id. */
    String publishTicket() {
        return publish("20").id();
    }
}
