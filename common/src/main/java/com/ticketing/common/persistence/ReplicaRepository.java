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
 * A service's own copy of another's aggregates, fed by events. A copy moves only to a newer version, so events may come
 * repeated and in any order, and an aggregate that was not seen before is added.
 */
public abstract class ReplicaRepository<T extends ReplicaRepository.Replica> implements IndexedCollection {

    /** What a copy must tell: the aggregate's id, which is stored as the document's, and its version. */
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

    /** Stores the copy unless this version or a newer one is stored already; true if it was stored. */
    public boolean saveIfNewer(T copy) {
        Document document = new Document();
        mongo.getConverter().write(copy, document);
        document.remove("_class");
        try {
            replaceOlder(copy, document, true);
            return true;
        } catch (DuplicateKeyException e) {
            // There is one, and when looked at it was not older, or was not there yet: only in the second case is it
            // replaced now.
            return replaceOlder(copy, document, false);
        }
    }

    private boolean replaceOlder(T copy, Document document, boolean upsert) {
        UpdateResult result = mongo.execute(
                type,
                collection -> collection.replaceOne(
                        Filters.and(Filters.eq("_id", copy.id()), Filters.lt("version", copy.version())),
                        document,
                        new ReplaceOptions().upsert(upsert)));
        return result != null && result.getMatchedCount() > 0;
    }
}
