package com.ticketing.common.persistence;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;

/** Reads the result of an unordered batch of writes that unique indexes have rejected in part. */
public final class DuplicateKeys {

    private DuplicateKeys() {}

    /**
     * Returns the positions of the rejected writes in the batch. All others are stored.
     *
     * @throws MongoBulkWriteException the given failure, if it has another reason
     */
    public static List<Integer> indexes(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null
                || !failure.getWriteErrors().stream().allMatch(DuplicateKeys::isDuplicate)) {
            throw failure;
        }
        return failure.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
    }

    static boolean isDuplicate(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
