package com.ticketing.common.idempotency;

import com.ticketing.common.ids.TimeOrderedIds;
import java.time.Instant;
import java.util.List;

/**
 * The id of a request, which becomes the id of the document that the request creates. Requests of a user with the same
 * idempotency key have the same id.
 *
 * @param isShared whether other requests may have the id: the request has a key
 * @param isRepeated whether an earlier request had the id, so that it may have created something
 */
public record RequestId(String value, boolean isShared, boolean isRepeated) {

    /** Returns whether the id was generated before the time. */
    public boolean isOlderThan(Instant time) {
        return TimeOrderedIds.lowest(time).compareTo(value) > 0;
    }

    /** Returns the ids of the documents of a request that creates several; the first one is {@link #value}. */
    public List<String> values(int documents) {
        return TimeOrderedIds.from(value, documents);
    }
}
