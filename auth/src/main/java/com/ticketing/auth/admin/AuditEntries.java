package com.ticketing.auth.admin;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The repository of audit entries. It has no method that changes or removes an entry. */
interface AuditEntries extends Repository<AuditEntry, String> {

    AuditEntry insert(AuditEntry entry);

    List<AuditEntry> findByOrderByIdDesc(Limit limit);

    List<AuditEntry> findByIdLessThanOrderByIdDesc(String id, Limit limit);
}
