package com.ticketing.common.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * An update of an aggregate's document that also claims it. The thread that runs the statement sets the outcome before
 * {@link com.ticketing.common.combining.BatchWriter#write} returns, and the caller reads it afterwards, so the fields
 * need no synchronization.
 */
final class ClaimingUpdate {

    private final String id;
    private final ObjectId token;
    private final Bson expected;
    private final Bson change;
    private final List<OutboxEntry> raised;
    private boolean isDecided;
    private @Nullable Document written;

    /**
     * @param token the token of the claim
     * @param expected matches the document if it can be claimed and is as it was loaded
     * @param raised the entries that the change adds
     */
    ClaimingUpdate(String id, ObjectId token, Bson expected, Bson change, List<OutboxEntry> raised) {
        this.id = id;
        this.token = token;
        this.expected = expected;
        this.change = change;
        this.raised = raised;
    }

    String id() {
        return id;
    }

    ObjectId token() {
        return token;
    }

    Bson expected() {
        return expected;
    }

    Bson change() {
        return change;
    }

    /** Returns the same update, restricted to a document without stored entries. */
    UpdateOneModel<Document> forEmptyOutbox() {
        return new UpdateOneModel<>(Filters.and(expected, Filters.exists(OutboxEntry.FIELD + ".0", false)), change);
    }

    /** Returns whether the database has decided about {@link #expected}. */
    boolean isDecided() {
        return isDecided;
    }

    /** Returns the written document with its entries, or empty if the stored document was not the expected one. */
    Optional<Document> written() {
        return Optional.ofNullable(written);
    }

    /** @param result null if the document was not the expected one */
    void decide(@Nullable Document result) {
        isDecided = true;
        written = result;
    }

    /**
     * Sets the outcome of {@link #forEmptyOutbox}: the document is written, and the raised entries are its only ones.
     */
    void decideWritten() {
        decide(new Document(
                OutboxEntry.FIELD, raised.stream().map(OutboxEntry::toDocument).toList()));
    }
}
