package com.ticketing.common.sample;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class ListingReplicas extends ReplicaRepository<ListingReplica> {

    ListingReplicas(MongoOperations mongo) {
        super(ListingReplica.class, mongo);
    }
}
