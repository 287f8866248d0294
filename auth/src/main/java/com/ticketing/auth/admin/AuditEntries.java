package com.ticketing.auth.admin;

import com.ticketing.common.persistence.IndexedCollection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/**
 * The repository of audit entries. An entry changes only when the user that it concerns is deleted; entries are removed
 * only by their age.
 */
interface AuditEntries extends Repository<AuditEntry, String>, IndexedCollection {

    @Override
    default Class<AuditEntry> type() {
        return AuditEntry.class;
    }

    @Override
    default List<IndexDefinition> indexes() {
        return List.of(new Index().on("userId", Direction.ASC));
    }

    AuditEntry insert(AuditEntry entry);

    List<AuditEntry> findByOrderByIdDesc(Limit limit);

    List<AuditEntry> findByIdLessThanOrderByIdDesc(String id, Limit limit);

    @Query("{ userId: ?0 }")
    @Update("{ $unset: { reason: true } }")
    void eraseReasons(String userId);

    /** Returns the number of removed entries. */
    long deleteByIdLessThan(String id);
}
