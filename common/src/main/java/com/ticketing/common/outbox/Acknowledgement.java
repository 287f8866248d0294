package com.ticketing.common.outbox;

import java.util.List;
import org.bson.types.ObjectId;

/**
 * The broker's answers for the entries of a claim.
 *
 * @param published the ids of the entries that the broker has stored
 */
record Acknowledgement(Claim claim, List<ObjectId> published) {

    /** Returns whether the broker has stored every entry. */
    boolean isComplete() {
        return published.size() == claim.entries().size();
    }
}
