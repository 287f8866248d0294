package com.ticketing.common.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * The progress of the last republication of one collection. It is stored in the service's database: a restart does not
 * end a republication, and any process continues it.
 *
 * @param after the id of the last aggregate of the finished batches; absent before the first batch
 * @param published the number of aggregates whose state was published again
 * @param unreadable the number of aggregates that this version of the service could not read, and skipped
 * @param nextBatchAt the earliest time of the next batch; absent when the republication is finished
 */
@Document("republications")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Republication(
        @Id @MongoId(FieldType.STRING) String collection,
        @Nullable String after,
        long published,
        long unreadable,
        Instant startedAt,
        @Nullable Instant nextBatchAt,
        @Nullable Instant finishedAt) {}
