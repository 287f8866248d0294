package com.ticketing.common.outbox;

import java.util.List;
import org.bson.types.ObjectId;

/** A claim whose entries the broker has answered for, and those of them that it has stored. */
record Acknowledgement(Claim claim, List<ObjectId> published) {

    boolean isWhole() {
        return published.size() == claim.entries().size();
    }
}
