package com.example.consumer;

import com.ticketing.common.outbox.CopyRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class Receipts extends CopyRepository<Receipt> {

    Receipts(MongoOperations mongo) {
        super(Receipt.class, mongo);
    }
}
