package com.ticketing.common.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/**
 * Assigns the same id to all requests of a user with the same idempotency key. They try to create the same document,
 * and the unique index on its id lets one of them succeed. Only {@link #renew} changes the id of a key. Keys are
 * remembered for 24 hours, by a TTL index.
 */
public final class RepeatedRequests implements IndexedCollection {

    private static final Duration RETENTION = Duration.ofHours(24);

    /** Without null values, so that an optional field that a later version adds does not change the hash. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final MongoOperations mongo;
    private final Clock clock;

    RepeatedRequests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Returns the id of the request. Without a key it is a new one, and the database is not used.
     *
     * @param operation distinguishes the keys of different operations
     * @param request the content of the request, which JSON can represent
     * @throws ApiException 422 if an earlier request with the key had another content
     */
    public RequestId identify(String operation, String userId, @Nullable String key, Object request) {
        return identify(operation, userId, key, request, 1);
    }

    /**
     * Returns the id of a request that creates several documents, with the guarantees of {@link #identify(String,
     * String, String, Object)}.
     *
     * @param documents how many documents the request creates; {@link RequestId#values} returns their ids
     */
    public RequestId identify(String operation, String userId, @Nullable String key, Object request, int documents) {
        String proposed = TimeOrderedIds.first(documents);
        if (key == null) {
            return new RequestId(proposed, false, false);
        }
        String content = Sha256.hex(JSON.writeValueAsString(request));
        String entry = entry(operation, userId, key);
        IdentifiedRequest first = WriteConflicts.retry(() -> store(entry, content, proposed));
        if (!first.content().equals(content)) {
            throw new ApiException(CommonError.IDEMPOTENCY_KEY_REUSED).withField(IdempotencyKey.HEADER);
        }
        return new RequestId(first.requestId(), true, !first.requestId().equals(proposed));
    }

    /**
     * Replaces the id of a repeated request that has created nothing by a new one, for documents whose meaning depends
     * on the time in their ids. Concurrent requests with the key get the same new id.
     */
    public RequestId renew(String operation, String userId, @Nullable String key, RequestId id) {
        if (key == null) {
            return id;
        }
        String entry = entry(operation, userId, key);
        Query unchanged =
                query(where("_id").is(entry).and(IdentifiedRequest.REQUEST_ID).is(id.value()));
        mongo.updateFirst(
                unchanged, Update.update(IdentifiedRequest.REQUEST_ID, TimeOrderedIds.next()), IdentifiedRequest.class);
        IdentifiedRequest renewed = mongo.findById(entry, IdentifiedRequest.class);
        return renewed == null ? id : new RequestId(renewed.requestId(), true, true);
    }

    private static String entry(String operation, String userId, String key) {
        return Sha256.hex(String.join(" ", operation, userId, key));
    }

    /**
     * Stores the proposed id, or returns what an earlier request has stored. An insert decides between concurrent
     * requests: FerretDB returns to each concurrent upsert what it would have inserted.
     */
    private IdentifiedRequest store(String entry, String content, String proposed) {
        try {
            return mongo.insert(new IdentifiedRequest(entry, content, proposed, clock.instant()));
        } catch (DuplicateKeyException e) {
            IdentifiedRequest earlier = mongo.findById(entry, IdentifiedRequest.class);
            if (earlier == null) {
                throw e; // removed in the meantime, so the caller tries again
            }
            return earlier;
        }
    }

    @Override
    public Class<?> type() {
        return IdentifiedRequest.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index()
                .on(IdentifiedRequest.CREATED_AT, Sort.Direction.ASC)
                .expire(RETENTION)
                .named(IdentifiedRequest.CREATED_AT));
    }
}
