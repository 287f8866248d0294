package com.ticketing.common.bans;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.combining.BatchReader;
import com.ticketing.common.combining.Combining;
import com.ticketing.common.persistence.ReplicaRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Query;

/** The service's replica of all bans and deletions. */
public class Bans extends ReplicaRepository<UserBan> {

    private static final String RECEIVED_AT = "receivedAt";

    private final MongoOperations mongo;
    private final BatchReader<String, Set<String>> banned;

    Bans(MongoOperations mongo, Combining combining) {
        super(UserBan.class, mongo);
        this.mongo = mongo;
        this.banned = combining.reads("bans", this::bannedAmong);
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index().on(RECEIVED_AT, Direction.ASC));
    }

    /**
     * Returns whether the user is banned or the account is deleted, according to the events that this service has
     * received.
     */
    public boolean isBanned(String userId) {
        return isAnyBanned(List.of(userId));
    }

    /** Returns whether at least one of the users is banned or deleted. Concurrent calls share a query. */
    public boolean isAnyBanned(Collection<String> userIds) {
        return !Collections.disjoint(banned.read(userIds), userIds);
    }

    private Set<String> bannedAmong(Set<String> userIds) {
        Query query = query(where("_id").in(userIds).and("banned").is(true));
        return mongo.find(query, UserBan.class).stream().map(UserBan::id).collect(Collectors.toSet());
    }

    /** Returns whether the user's account is deleted, according to the events that this service has received. */
    public boolean isDeleted(String userId) {
        return find(userId).filter(UserBan::isDeleted).isPresent();
    }

    List<UserBan> receivedSince(Instant time) {
        return mongo.find(query(where(RECEIVED_AT).gte(time)), UserBan.class);
    }
}
