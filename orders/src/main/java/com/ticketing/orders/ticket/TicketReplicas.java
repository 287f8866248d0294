package com.ticketing.orders.ticket;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.persistence.CombinedFinds;
import com.ticketing.common.persistence.ReplicaRepository;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class TicketReplicas extends ReplicaRepository<TicketReplica> {

    private final CombinedFinds finds;

    TicketReplicas(MongoOperations mongo, Combining combining) {
        super(TicketReplica.class, mongo);
        this.finds = new CombinedFinds(mongo, combining);
    }

    /** Concurrent calls share a query: every order reads its ticket. */
    @Override
    public Optional<TicketReplica> find(String id) {
        return finds.find(TicketReplica.class, id);
    }
}
