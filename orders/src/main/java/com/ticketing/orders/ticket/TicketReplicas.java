package com.ticketing.orders.ticket;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class TicketReplicas extends ReplicaRepository<TicketReplica> {

    TicketReplicas(MongoOperations mongo) {
        super(TicketReplica.class, mongo);
    }
}
