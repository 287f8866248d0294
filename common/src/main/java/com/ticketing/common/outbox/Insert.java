package com.ticketing.common.outbox;

import org.bson.Document;

/**
 * A document to insert. The thread that runs the statement sets the outcome before
 * {@link com.ticketing.common.combining.BatchWriter#write} returns, and the caller reads it afterwards, so the field
 * needs no synchronization.
 */
final class Insert {

    enum Outcome {
        STORED,
        /** A unique index rejects the document. */
        DUPLICATE,
        /** Not stored: the caller inserts the document alone. */
        UNDECIDED
    }

    private final Document document;
    private Outcome outcome = Outcome.UNDECIDED;

    Insert(Document document) {
        this.document = document;
    }

    String id() {
        return document.getString("_id");
    }

    Document document() {
        return document;
    }

    Outcome outcome() {
        return outcome;
    }

    void decide(Outcome result) {
        outcome = result;
    }
}
