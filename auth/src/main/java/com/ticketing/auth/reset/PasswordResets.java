package com.ticketing.auth.reset;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.repository.Repository;

/** The repository of pending password resets. */
interface PasswordResets extends Repository<PasswordReset, String>, IndexedCollection {

    @Override
    default Class<PasswordReset> type() {
        return PasswordReset.class;
    }

    @Override
    default List<IndexDefinition> indexes() {
        return List.of(
                new Index().on("tokenHash", Direction.ASC).unique(),
                new Index().on("userId", Direction.ASC),
                new Index().on("expiresAt", Direction.ASC));
    }

    PasswordReset insert(PasswordReset reset);

    Optional<PasswordReset> findByTokenHashAndExpiresAtAfter(String tokenHash, Instant now);

    void deleteByUserId(String userId);

    void deleteByTokenHash(String tokenHash);

    void deleteByExpiresAtLessThanEqual(Instant now);
}
