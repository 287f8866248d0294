package com.ticketing.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Sessions implements IndexedCollection {

    private static final String EXPIRES_AT = "expiresAt";
    private static final String USER_ID = "userId";

    private final MongoOperations mongo;

    Sessions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<Session> type() {
        return Session.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(USER_ID, Direction.ASC).on("_id", Direction.DESC),
                new Index().on(EXPIRES_AT, Direction.ASC));
    }

    void add(Session session) {
        mongo.insert(session);
    }

    Optional<Session> find(String id, Instant now) {
        return Optional.ofNullable(
                mongo.findOne(query(where("_id").is(id).and(EXPIRES_AT).gt(now)), Session.class));
    }

    /** Puts a token in the place of its predecessor, in one step that succeeds once; empty if that is not the newest one. */
    Optional<Session> rotate(RefreshToken from, RefreshToken to, Instant now, Instant expiresAt) {
        Update update = new Update()
                .set("tokenHash", to.hash())
                .set("previousHash", from.hash())
                .set("lastUsedAt", now)
                .set(EXPIRES_AT, expiresAt)
                .inc("rotations", 1);
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id")
                        .is(from.sessionId())
                        .and("tokenHash")
                        .is(from.hash())
                        .and(EXPIRES_AT)
                        .gt(now)),
                update,
                Session.class));
    }

    /** A person's sessions, newest first. */
    List<Session> ofUser(String userId, int generation, Instant now) {
        return mongo.find(
                query(where(USER_ID)
                                .is(userId)
                                .and("generation")
                                .is(generation)
                                .and(EXPIRES_AT)
                                .gt(now))
                        .with(Sort.by(Direction.DESC, "_id")),
                Session.class);
    }

    /** Lets a session belong to the account's newest generation. */
    void renew(String id, int generation) {
        mongo.updateFirst(query(where("_id").is(id)), new Update().set("generation", generation), Session.class);
    }

    void remove(String id) {
        mongo.remove(query(where("_id").is(id)), Session.class);
    }

    /** False if the person has no such session. */
    boolean remove(String id, String userId) {
        return mongo.remove(query(where("_id").is(id).and(USER_ID).is(userId)), Session.class)
                        .getDeletedCount()
                > 0;
    }

    void removeOlderGenerations(String userId, int generation) {
        mongo.remove(query(where(USER_ID).is(userId).and("generation").lt(generation)), Session.class);
    }

    long removeExpired(Instant now) {
        return mongo.remove(query(where(EXPIRES_AT).lte(now)), Session.class).getDeletedCount();
    }
}
