package com.ticketing.common.outbox;

import static java.util.Comparator.comparing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.ticketing.common.combining.BatchWriter;
import com.ticketing.common.combining.Combining;
import com.ticketing.common.persistence.BatchFailures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Updates and claims documents. Concurrent calls for one collection share a statement, which is atomic for each
 * document.
 *
 * <p>A statement with several updates returns no documents. It therefore changes only documents without stored entries,
 * whose entries are then the raised ones. A caller makes its update alone if the statement rejected it or did not
 * change the document.
 */
final class CombinedUpdates {

    private static final Logger log = LoggerFactory.getLogger(CombinedUpdates.class);
    private static final BulkWriteOptions INDEPENDENT = new BulkWriteOptions().ordered(false);
    private static final FindOneAndUpdateOptions RETURNING_ENTRIES = new FindOneAndUpdateOptions()
            .projection(Projections.include(OutboxEntry.FIELD))
            .returnDocument(ReturnDocument.AFTER);

    private final MongoOperations mongo;
    private final BatchWriter<String, ClaimingUpdate> batches;

    CombinedUpdates(MongoOperations mongo, Combining combining) {
        this.mongo = mongo;
        this.batches = combining.writes("updates", this::updateTogether);
    }

    /** Returns the written document with its entries, or empty if the stored document was not the expected one. */
    Optional<Document> update(String collection, ClaimingUpdate update) {
        batches.write(collection, List.of(update));
        if (!update.isDecided()) {
            updateAlone(collection, update);
        }
        return update.written();
    }

    private void updateTogether(String collection, Set<ClaimingUpdate> updates) {
        if (updates.size() == 1) {
            updateAlone(collection, updates.iterator().next());
            return;
        }
        // sorted, so that all processes lock in one order: a server may keep the locks until the statement ends
        List<ClaimingUpdate> batch =
                updates.stream().sorted(comparing(ClaimingUpdate::id)).toList();
        mongo.execute(collection, target -> {
            updateAll(target, batch);
            return batch.size();
        });
    }

    private void updateAlone(String collection, ClaimingUpdate update) {
        update.decide(mongo.execute(
                collection, target -> target.findOneAndUpdate(update.expected(), update.change(), RETURNING_ENTRIES)));
    }

    private static void updateAll(MongoCollection<Document> target, List<ClaimingUpdate> updates) {
        if (write(target, updates) == updates.size()) {
            updates.forEach(ClaimingUpdate::decideWritten);
        } else {
            Set<ObjectId> claims = claims(target, updates);
            updates.stream().filter(update -> claims.contains(update.token())).forEach(ClaimingUpdate::decideWritten);
        }
    }

    /** Makes the updates, and returns how many documents are known to be changed. */
    private static int write(MongoCollection<Document> target, List<ClaimingUpdate> updates) {
        try {
            return target.bulkWrite(
                            updates.stream().map(ClaimingUpdate::forEmptyOutbox).toList(), INDEPENDENT)
                    .getMatchedCount();
        } catch (MongoBulkWriteException e) {
            int rejected = BatchFailures.rejected(e).size();
            log.debug("Updates of a batch rejected: count={}", rejected, e);
        } catch (MongoCommandException e) {
            if (!BatchFailures.isWithoutEffect(e)) {
                throw e;
            }
            log.debug("Batch of updates rejected, updating one at a time: count={}", updates.size(), e);
        }
        return 0;
    }

    /** Returns the tokens of the updates that have changed their documents. */
    private static Set<ObjectId> claims(MongoCollection<Document> target, List<ClaimingUpdate> updates) {
        List<String> ids = updates.stream().map(ClaimingUpdate::id).toList();
        List<ObjectId> tokens = updates.stream().map(ClaimingUpdate::token).toList();
        return target.find(Filters.and(Filters.in("_id", ids), Filters.in(Claim.TOKEN, tokens)))
                .projection(Projections.include(Claim.TOKEN))
                .map(document -> document.get(Claim.FIELD, Document.class).getObjectId("token"))
                .into(new HashSet<>());
    }
}
