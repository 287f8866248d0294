package com.ticketing.common.sample;

import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.stereotype.Repository;

@Repository
public class Listings extends AggregateRepository<Listing> {

    Listings(AggregateStore store) {
        super(Listing.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(new Index("orderId", Sort.Direction.ASC).unique().sparse());
    }
}
