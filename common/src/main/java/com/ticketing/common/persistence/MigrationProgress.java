package com.ticketing.common.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * The stored progress of a {@link Migration}.
 *
 * @param startedAt when its first pass began
 * @param after the id of the last document of this pass that was checked; absent before the first batch
 * @param corrected the number of documents that this pass has corrected
 * @param finishedAt absent until a pass after the overlap has corrected nothing
 */
@Document("migrations")
record MigrationProgress(
        @MongoId(FieldType.STRING) String name,
        Instant startedAt,
        @Nullable String after,
        long corrected,
        @Nullable Instant finishedAt) {}
