package com.ticketing.orders.order;

import java.util.List;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/** Reads the messages that the service has parked. */
@TestComponent
class DeadLetterDocuments {

    private final MongoOperations mongo;

    DeadLetterDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Document> containing(String id) {
        return mongo.find(new BasicQuery("{parkedAt: {$exists: true}}"), Document.class, "deadLetters").stream()
                .filter(letter -> letter.getString("data").contains(id))
                .toList();
    }
}
