package com.ticketing.auth.email;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.repository.Repository;

/** The repository of requested changes of emails. */
interface EmailChanges extends Repository<EmailChange, String>, IndexedCollection {

    @Override
    default Class<EmailChange> type() {
        return EmailChange.class;
    }

    @Override
    default List<IndexDefinition> indexes() {
        return List.of(new Index().on("tokenHash", Direction.ASC), new Index().on("expiresAt", Direction.ASC));
    }

    /** Inserts the change, or replaces the one of the same account. */
    EmailChange save(EmailChange change);

    Optional<EmailChange> findByTokenHashAndExpiresAtAfter(String tokenHash, Instant now);

    void deleteById(String id);

    void deleteByTokenHash(String tokenHash);

    void deleteByExpiresAtLessThanEqual(Instant now);
}
