package com.ticketing.auth.admin;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The repository of audit entries. It has no method that changes an entry; entries are removed only by their age. */
interface AuditEntries extends Repository<AuditEntry, String> {

    AuditEntry insert(AuditEntry entry);

    List<AuditEntry> findByOrderByIdDesc(Limit limit);

    List<AuditEntry> findByIdLessThanOrderByIdDesc(String id, Limit limit);

    /** Returns the number of removed entries. */
    long deleteByIdLessThan(String id);
}
