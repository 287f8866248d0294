package com.ticketing.orders.ticket;

import com.ticketing.common.outbox.CopyRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class Tickets extends CopyRepository<Ticket> {

    Tickets(MongoOperations mongo) {
        super(Ticket.class, mongo);
    }
}
