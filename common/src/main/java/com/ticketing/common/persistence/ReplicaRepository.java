package com.ticketing.common.persistence;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * A service's replica of another service's aggregates, fed by events. A document is only replaced by a newer version,
 * so events may be repeated and may arrive in any order.
 */
public abstract class ReplicaRepository<T extends ReplicaRepository.Replica> implements IndexedCollection {

    /** A document of the replica: it has the id and the version of the aggregate. */
    public interface Replica {
        String id();

        long version();
    }

    private static final Logger log = LoggerFactory.getLogger(ReplicaRepository.class);

    private final Class<T> type;
    private final MongoOperations mongo;

    protected ReplicaRepository(Class<T> type, MongoOperations mongo) {
        this.type = type;
        this.mongo = mongo;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of();
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    /** Stores the document unless this version or a newer one is stored. */
    public void saveIfNewer(T replica) {
        if (isInitial(replica)) {
            insertIfAbsent(replica);
            return;
        }
        Document document = document(replica);
        try {
            replaceOlder(replica, document, true);
        } catch (DuplicateKeyException e) {
            // the upsert tried to insert a document that exists: it is not older, or was inserted in the meantime;
            // only in the second case does an update find an older one
            replaceOlder(replica, document, false);
        }
    }

    /** Returns whether the replica has version 0. No stored version is older, so it is inserted or ignored. */
    private boolean isInitial(T replica) {
        return replica.version() == 0;
    }

    private void insertIfAbsent(T replica) {
        try {
            mongo.execute(type, collection -> collection.insertOne(document(replica)));
        } catch (DuplicateKeyException e) {
            log.debug("Replica already stored: id={}", replica.id());
        }
    }

    private void replaceOlder(T replica, Document document, boolean upsert) {
        mongo.execute(
                type,
                collection ->
                        collection.replaceOne(isOlderThan(replica), document, new ReplaceOptions().upsert(upsert)));
    }

    /**
     * Stores each document unless its version or a newer one is stored. Uses one statement for the documents of version
     * 0 and one for the others; the others need a second one if any of them is not newer.
     */
    public void saveAllIfNewer(Collection<T> replicas) {
        Map<Boolean, List<T>> newest = replicas.stream()
                .collect(toMap(Replica::id, Function.identity(), BinaryOperator.maxBy(comparingLong(Replica::version))))
                .values()
                .stream()
                .collect(partitioningBy(this::isInitial));
        saveAll(newest.getOrDefault(true, List.of()), this::insertAllIfAbsent);
        saveAll(newest.getOrDefault(false, List.of()), this::replaceAllOlder);
    }

    private void saveAll(List<T> replicas, BiConsumer<MongoCollection<Document>, List<T>> statement) {
        if (replicas.size() == 1) {
            saveIfNewer(replicas.getFirst());
        } else if (!replicas.isEmpty()) {
            mongo.execute(type, collection -> {
                statement.accept(collection, replicas);
                return replicas.size();
            });
        }
    }

    private void insertAllIfAbsent(MongoCollection<Document> collection, List<T> replicas) {
        try {
            collection.insertMany(
                    replicas.stream().map(this::document).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            int known = BatchFailures.duplicates(e).size();
            log.debug("Replicas already stored: count={}", known);
        }
    }

    private void replaceAllOlder(MongoCollection<Document> collection, List<T> replicas) {
        BulkWriteOptions independent = new BulkWriteOptions().ordered(false);
        try {
            collection.bulkWrite(replacements(replicas, true), independent);
        } catch (MongoBulkWriteException e) {
            // as in saveIfNewer
            List<T> existing =
                    BatchFailures.duplicates(e).stream().map(replicas::get).toList();
            collection.bulkWrite(replacements(existing, false), independent);
        }
    }

    private List<ReplaceOneModel<Document>> replacements(List<T> replicas, boolean upsert) {
        ReplaceOptions options = new ReplaceOptions().upsert(upsert);
        return replicas.stream()
                .map(replica -> new ReplaceOneModel<>(isOlderThan(replica), document(replica), options))
                .toList();
    }

    private Bson isOlderThan(T replica) {
        return Filters.and(Filters.eq("_id", replica.id()), Filters.lt("version", replica.version()));
    }

    private Document document(T replica) {
        Document document = new Document();
        mongo.getConverter().write(replica, document);
        document.remove("_class");
        return document;
    }
}
