package com.ticketing.common.persistence;

import static java.util.stream.Collectors.toMap;

import com.mongodb.client.model.Filters;
import com.ticketing.common.combining.BatchReader;
import com.ticketing.common.combining.Combining;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Finds documents by id. Concurrent calls for one type share a query that begins after the last of them has arrived.
 *
 * <p>An id that no service generates, such as one of a malformed request, has a query of its own: if the database
 * rejects it, no other call fails.
 */
public final class CombinedFinds {

    private static final Pattern GENERATED = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final MongoOperations mongo;
    private final Combining combining;
    private final Map<Class<?>, BatchReader<String, Map<String, Document>>> readers = new ConcurrentHashMap<>();

    public CombinedFinds(MongoOperations mongo, Combining combining) {
        this.mongo = mongo;
        this.combining = combining;
    }

    /** Returns the stored document, if any, as a new object for each call. */
    public <T> Optional<T> find(Class<T> type, String id) {
        Map<String, Document> found = GENERATED.matcher(id).matches()
                ? readers.computeIfAbsent(type, this::newReader).read(List.of(id))
                : findAll(mongo.getCollectionName(type), Set.of(id));
        return Optional.ofNullable(found.get(id))
                .map(document -> mongo.getConverter().read(type, document));
    }

    private BatchReader<String, Map<String, Document>> newReader(Class<?> type) {
        String collection = mongo.getCollectionName(type);
        return combining.reads(collection + "-by-id", ids -> findAll(collection, ids));
    }

    private Map<String, Document> findAll(String collection, Set<String> ids) {
        Bson filter = ids.size() == 1 ? Filters.eq("_id", ids.iterator().next()) : Filters.in("_id", ids);
        List<Document> found = mongo.execute(
                collection, target -> target.find(filter).limit(ids.size()).into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .collect(toMap(document -> document.getString("_id"), Function.identity()));
    }
}
