package com.ticketing.auth.sale;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The repository of emails about sales. */
@Repository
class SaleMails implements IndexedCollection {

    private static final String NEXT_ATTEMPT_AT = "nextAttemptAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoOperations mongo;

    SaleMails(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<SaleMail> type() {
        return SaleMail.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(NEXT_ATTEMPT_AT, Direction.ASC).sparse(), new Index().on(EXPIRES_AT, Direction.ASC));
    }

    /** Adds the email. Returns false if it is there already, sent or not. */
    boolean add(SaleMail mail) {
        try {
            mongo.insert(mail);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Starts an attempt of the email that is due for the longest time. Until the lease ends, no other process gets it.
     */
    Optional<SaleMail> claim(Instant now, Instant leaseEnd) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where(NEXT_ATTEMPT_AT).lte(now)).with(Sort.by(NEXT_ATTEMPT_AT)),
                new Update().inc("attempts", 1).set(NEXT_ATTEMPT_AT, leaseEnd),
                FindAndModifyOptions.options().returnNew(true),
                SaleMail.class));
    }

    void retryAt(SaleMail mail, Instant at) {
        mongo.updateFirst(byId(mail), new Update().set(NEXT_ATTEMPT_AT, at), SaleMail.class);
    }

    /** Ends the attempts. */
    void finish(SaleMail mail) {
        mongo.updateFirst(byId(mail), new Update().unset(NEXT_ATTEMPT_AT), SaleMail.class);
    }

    void removeExpired(Instant now) {
        mongo.remove(query(where(EXPIRES_AT).lte(now)), SaleMail.class);
    }

    private static Query byId(SaleMail mail) {
        return query(where("_id").is(mail.id()));
    }
}
