package com.ticketing.common.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.common.persistence.WriteConflicts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reserves one id for all requests of a user with the same idempotency key. The requests try to create the same document,
 * and the unique index on its id lets one of them succeed. Keys are remembered for 24 hours, by a TTL index.
 */
public class IdempotencyKeys implements IndexedCollection {

    private static final Duration RETENTION = Duration.ofHours(24);

    /** Without null values, so that an optional field that a later version adds does not change the hash. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final MongoOperations mongo;
    private final Clock clock;

    public IdempotencyKeys(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * An id for what the request creates.
     *
     * @param isShared whether other requests may have the same id: the request has a key
     * @param isRepeated whether an earlier request had the same id, so that it may already be in use
     */
    public record Reservation(String id, boolean isShared, boolean isRepeated) {}

    /**
     * Reserves an id for what the request creates. Without a key this is a new id, and the database is not used.
     *
     * @param operation distinguishes the keys of different operations
     * @param request the content of the request, which JSON can represent
     * @throws ApiException 422 if an earlier request with the key had another content
     */
    public Reservation reserve(String operation, String userId, @Nullable String key, Object request) {
        String proposed = TimeOrderedIds.next();
        if (key == null) {
            return new Reservation(proposed, false, false);
        }
        String content = hash(JSON.writeValueAsString(request));
        String entry = hash(String.join(" ", operation, userId, key));
        ReservedId reserved = WriteConflicts.retry(() -> store(entry, content, proposed));
        if (!reserved.request().equals(content)) {
            throw new ApiException(CommonError.IDEMPOTENCY_KEY_REUSED).withField(IdempotencyKey.HEADER);
        }
        return new Reservation(
                reserved.reservedId(), true, !reserved.reservedId().equals(proposed));
    }

    /** Stores the proposed id, or returns what an earlier request has stored. */
    private ReservedId store(String entry, String request, String proposed) {
        Update first = new Update()
                .setOnInsert(ReservedId.REQUEST, request)
                .setOnInsert(ReservedId.RESERVED_ID, proposed)
                .setOnInsert(ReservedId.CREATED_AT, clock.instant());
        return Objects.requireNonNull(mongo.findAndModify(
                query(where("_id").is(entry)),
                first,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                ReservedId.class));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public Class<?> type() {
        return ReservedId.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index()
                .on(ReservedId.CREATED_AT, Sort.Direction.ASC)
                .expire(RETENTION)
                .named(ReservedId.CREATED_AT));
    }
}
