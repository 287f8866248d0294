package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import org.springframework.boot.test.context.TestComponent;

/** The tickets service, as far as this one hears of it. */
@TestComponent
class Shop {

    private final Channels channels;
    private final TicketReplicas replicas;

    Shop(Channels channels, TicketReplicas replicas) {
        this.channels = channels;
        this.replicas = replicas;
    }

    /** A new ticket that this service knows of. */
    TicketCreated lists(String price) {
        return lists(new TicketCreated(SignedIn.newId(), 0, "Concert", new BigDecimal(price), SignedIn.newId()));
    }

    TicketCreated lists(TicketCreated ticket) {
        channels.publish(ticket);
        eventually(() -> assertThat(replicas.find(ticket.id())).isPresent());
        return ticket;
    }

    String listsOne() {
        return lists("20").id();
    }
}
