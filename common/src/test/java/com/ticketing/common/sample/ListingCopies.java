package com.ticketing.common.sample;

import com.ticketing.common.outbox.CopyRepository;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
public class ListingCopies extends CopyRepository<ListingCopy> {

    ListingCopies(MongoOperations mongo) {
        super(ListingCopy.class, mongo);
    }
}
