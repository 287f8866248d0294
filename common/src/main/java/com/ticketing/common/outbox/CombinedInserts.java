package com.ticketing.common.outbox;

import static java.util.Comparator.comparing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.ticketing.common.combining.BatchWriter;
import com.ticketing.common.combining.Combining;
import com.ticketing.common.outbox.Insert.Outcome;
import com.ticketing.common.persistence.BatchFailures;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Inserts documents. Concurrent calls for one collection share a statement, which is atomic for each document.
 *
 * <p>If such a statement rejects a document for a reason other than a duplicate key, the document's caller inserts it
 * again. So no caller fails because of another caller's document.
 */
final class CombinedInserts {

    private static final Logger log = LoggerFactory.getLogger(CombinedInserts.class);
    private static final InsertManyOptions INDEPENDENT = new InsertManyOptions().ordered(false);

    private final MongoOperations mongo;
    private final BatchWriter<String, Insert> batches;

    CombinedInserts(MongoOperations mongo, Combining combining) {
        this.mongo = mongo;
        this.batches = combining.writes("inserts", this::insertTogether);
    }

    /** Inserts the documents, except those that a unique index rejects. */
    void insert(String collection, Collection<Insert> inserts) {
        batches.write(collection, inserts);
        inserts.stream()
                .filter(insert -> insert.outcome() == Outcome.UNDECIDED)
                .forEach(insert -> insertAlone(collection, insert));
    }

    private void insertTogether(String collection, Set<Insert> inserts) {
        if (inserts.size() == 1) {
            insertAlone(collection, inserts.iterator().next());
            return;
        }
        // sorted, so that all processes lock in one order: a server may keep the locks until the statement ends
        List<Insert> batch = inserts.stream().sorted(comparing(Insert::id)).toList();
        mongo.execute(collection, target -> {
            insertAll(target, batch);
            return batch.size();
        });
    }

    private void insertAlone(String collection, Insert insert) {
        try {
            mongo.execute(collection, target -> target.insertOne(insert.document()));
            insert.decide(Outcome.STORED);
        } catch (DuplicateKeyException e) {
            insert.decide(Outcome.DUPLICATE);
        }
    }

    private static void insertAll(MongoCollection<Document> target, List<Insert> inserts) {
        try {
            target.insertMany(inserts.stream().map(Insert::document).toList(), INDEPENDENT);
            inserts.forEach(insert -> insert.decide(Outcome.STORED));
        } catch (MongoBulkWriteException e) {
            List<BulkWriteError> rejected = BatchFailures.rejected(e);
            inserts.forEach(insert -> insert.decide(Outcome.STORED));
            rejected.forEach(error -> inserts.get(error.getIndex())
                    .decide(BatchFailures.isDuplicate(error) ? Outcome.DUPLICATE : Outcome.UNDECIDED));
        } catch (MongoCommandException e) {
            if (!BatchFailures.isWithoutEffect(e)) {
                throw e;
            }
            log.debug("Batch of inserts rejected, inserting one at a time: count={}", inserts.size(), e);
        }
    }
}
