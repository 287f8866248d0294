package com.ticketing.orders.order;

import java.util.List;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/** What the service could not handle and has set aside. */
@TestComponent
class ParkedMessages {

    private final MongoOperations mongo;

    ParkedMessages(MongoOperations mongo) {
        this.mongo = mongo;
    }

    List<Document> mentioning(String id) {
        return mongo.find(new BasicQuery("{parkedAt: {$exists: true}}"), Document.class, "deadLetters").stream()
                .filter(letter -> letter.getString("data").contains(id))
                .toList();
    }
}
