package com.ticketing.auth.reset;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class PasswordResets implements IndexedCollection {

    private static final String TOKEN_HASH = "tokenHash";
    private static final String SENT_AT = "sentAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoOperations mongo;

    PasswordResets(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<PasswordReset> type() {
        return PasswordReset.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index().on(TOKEN_HASH, Direction.ASC).unique(), new Index().on(EXPIRES_AT, Direction.ASC));
    }

    /** Puts a letter in the place of the last one, in one step; false if that was sent after {@code notSince}. */
    boolean replace(PasswordReset reset, Instant notSince) {
        Update update = new Update()
                .set(TOKEN_HASH, reset.tokenHash())
                .set(SENT_AT, reset.sentAt())
                .set(EXPIRES_AT, reset.expiresAt());
        try {
            mongo.findAndModify(
                    query(where("_id").is(reset.userId()).and(SENT_AT).lte(notSince)),
                    update,
                    FindAndModifyOptions.options().upsert(true),
                    PasswordReset.class);
            return true;
        } catch (DuplicateKeyException tooSoon) {
            return false;
        }
    }

    /** Uses the token up, in one step that succeeds once. */
    Optional<PasswordReset> take(ResetToken token, Instant now) {
        return Optional.ofNullable(mongo.findAndRemove(
                query(where(TOKEN_HASH).is(token.hash()).and(EXPIRES_AT).gt(now)), PasswordReset.class));
    }

    void removeExpired(Instant now) {
        mongo.remove(query(where(EXPIRES_AT).lte(now)), PasswordReset.class);
    }
}
