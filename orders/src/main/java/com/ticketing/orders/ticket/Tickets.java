package com.ticketing.orders.ticket;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class Tickets extends ReplicaRepository<Ticket> {

    Tickets(MongoOperations mongo) {
        super(Ticket.class, mongo);
    }
}
