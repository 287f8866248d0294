package com.ticketing.auth.session;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/**
 * The repository of sessions; {@link SessionRotation} exchanges their refresh tokens, {@link SessionLimit} bounds their
 * number, {@link SessionEnding} removes them.
 */
interface Sessions extends Repository<Session, String>, IndexedCollection {

    @Override
    default Class<Session> type() {
        return Session.class;
    }

    @Override
    default List<IndexDefinition> indexes() {
        return List.of(
                new Index().on("userId", Direction.ASC).on("_id", Direction.DESC),
                new Index().on("expiresAt", Direction.ASC));
    }

    Session insert(Session session);

    Optional<Session> findByIdAndExpiresAtAfter(String id, Instant now);

    List<Session> findByUserIdAndGenerationAndExpiresAtAfterOrderByIdDesc(
            String userId, int generation, Instant now, Limit limit);

    @Query("{ _id: ?0 }")
    @Update("{ $set: { generation: ?1 } }")
    void updateGeneration(String id, int generation);

    Optional<Session> findByIdAndUserId(String id, String userId);

    void deleteByUserId(String userId);

    void deleteByUserIdAndGenerationLessThan(String userId, int generation);

    long deleteByExpiresAtLessThanEqual(Instant now);
}
