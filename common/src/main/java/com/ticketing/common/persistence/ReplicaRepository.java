package com.ticketing.common.persistence;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * A service's replica of another service's aggregates, fed by events. A document is only replaced by a newer version, so
 * events may be repeated and may arrive in any order.
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
        Document document = new Document();
        mongo.getConverter().write(replica, document);
        document.remove("_class");
        try {
            replaceOlder(replica, document, true);
            return true;
        } catch (DuplicateKeyException e) {
            // The upsert tried to insert a document that exists: it is not older, or was inserted in the meantime. Only
            // in
            // the second case does an update find an older one.
            return replaceOlder(replica, document, false);
        }
    }

    private boolean replaceOlder(T replica, Document document, boolean upsert) {
        UpdateResult result = mongo.execute(
                type,
                collection -> collection.replaceOne(
                        Filters.and(Filters.eq("_id", replica.id()), Filters.lt("version", replica.version())),
                        document,
                        new ReplaceOptions().upsert(upsert)));
        return result != null && result.getMatchedCount() > 0;
    }
}
