package com.ticketing.orders.dispute;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The newest state of the dispute about an order's charge that the payments service has published, stored beside the
 * order, see ADR 62.
 *
 * @param id the id of the order
 * @param version the version of the payment
 */
@Document("disputes")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
public record DisputeReplica(@MongoId(FieldType.STRING) String id, long version, DisputeStatus status)
        implements Replica {}
