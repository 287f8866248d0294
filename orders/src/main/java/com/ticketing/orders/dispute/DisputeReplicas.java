package com.ticketing.orders.dispute;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class DisputeReplicas extends ReplicaRepository<DisputeReplica> {

    DisputeReplicas(MongoOperations mongo) {
        super(DisputeReplica.class, mongo);
    }

    /** Returns whether the buyer has the money of the order back, because the seller has lost a dispute. */
    public boolean isLost(String orderId) {
        return find(orderId)
                .filter(dispute -> dispute.status() == DisputeStatus.LOST)
                .isPresent();
    }
}
