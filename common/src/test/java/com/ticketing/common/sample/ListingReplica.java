package com.ticketing.common.sample;

import com.ticketing.common.persistence.ReplicaRepository.Replica;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** The sample service's replica of another service's listing. */
@Document("listingReplicas")
public record ListingReplica(@MongoId(FieldType.STRING) String id, long version, String title) implements Replica {}
