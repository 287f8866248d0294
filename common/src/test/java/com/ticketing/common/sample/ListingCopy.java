package com.ticketing.common.sample;

import com.ticketing.common.persistence.ReplicaRepository.Replica;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** Another service's listing, as the sample service last heard of it. */
@Document("listingCopies")
public record ListingCopy(@MongoId(FieldType.STRING) String id, long version, String title) implements Replica {}
