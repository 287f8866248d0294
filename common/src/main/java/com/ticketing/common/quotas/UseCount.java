package com.ticketing.common.quotas;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The uses of one kind by one user in one hour.
 *
 * @param id the kind, the user and the hour
 */
@Document("quotas")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record UseCount(@MongoId(FieldType.STRING) String id, int count, Instant expiresAt) {}
