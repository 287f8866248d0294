package com.ticketing.common.sample;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class ListingCopies extends ReplicaRepository<ListingCopy> {

    ListingCopies(MongoOperations mongo) {
        super(ListingCopy.class, mongo);
    }
}
