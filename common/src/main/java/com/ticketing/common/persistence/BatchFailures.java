package com.ticketing.common.persistence;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;

/** Reads the result of an unordered batch of writes that the database has rejected in part. */
public final class BatchFailures {

    private BatchFailures() {}

    /**
     * Returns the positions of the writes that unique indexes have rejected. All others are stored.
     *
     * @throws MongoBulkWriteException the given failure, if a write was rejected for another reason
     * @throws MongoWriteConcernException if a majority has not confirmed the writes
     */
    static List<Integer> duplicates(MongoBulkWriteException failure) {
        List<BulkWriteError> rejected = rejected(failure);
        if (!rejected.stream().allMatch(BatchFailures::isDuplicate)) {
            throw failure;
        }
        return rejected.stream().map(BulkWriteError::getIndex).toList();
    }

    /**
     * Returns the errors of the rejected writes. All other writes are stored.
     *
     * @throws MongoWriteConcernException if a majority has not confirmed the writes, so that a failover can undo them;
     *     a single write throws the same exception
     */
    public static List<BulkWriteError> rejected(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null) {
            throw new MongoWriteConcernException(
                    failure.getWriteConcernError(), null, failure.getServerAddress(), failure.getErrorLabels());
        }
        return failure.getWriteErrors();
    }

    /** Returns whether the database has rejected the whole batch for the moment, without an effect. */
    public static boolean isWithoutEffect(MongoCommandException failure) {
        return TransientWriteFailures.isTransient(failure);
    }

    /** Returns whether a unique index has rejected the write. */
    public static boolean isDuplicate(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
