package com.example.consumer;

import com.ticketing.common.persistence.ReplicaRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Receipts extends ReplicaRepository<Receipt> {

    Receipts(MongoOperations mongo) {
        super(Receipt.class, mongo);
    }
}
