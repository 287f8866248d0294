package com.ticketing.common.persistence;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
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

    /** Stores the document and returns true, unless this version or a newer one is stored. */
    public boolean saveIfNewer(T replica) {
        Document document = document(replica);
        try {
            replaceOlder(replica, document, true);
            return true;
        } catch (DuplicateKeyException e) {
            // the upsert tried to insert a document that exists: it is not older, or was inserted in the meantime;
            // only in the second case does an update find an older one
            return replaceOlder(replica, document, false);
        }
    }

    private boolean replaceOlder(T replica, Document document, boolean upsert) {
        UpdateResult result = mongo.execute(
                type,
                collection ->
                        collection.replaceOne(isOlderThan(replica), document, new ReplaceOptions().upsert(upsert)));
        return result != null && result.getMatchedCount() > 0;
    }

    /** Does what {@link #saveIfNewer} does for each of the documents, with one statement if none is out of date. */
    public void saveAllIfNewer(Collection<T> replicas) {
        List<T> newest = List.copyOf(replicas.stream()
                .collect(toMap(Replica::id, Function.identity(), BinaryOperator.maxBy(comparingLong(Replica::version))))
                .values());
        if (newest.size() == 1) {
            saveIfNewer(newest.getFirst());
        } else if (!newest.isEmpty()) {
            mongo.execute(type, collection -> {
                replaceAllOlder(collection, newest);
                return newest.size();
            });
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
