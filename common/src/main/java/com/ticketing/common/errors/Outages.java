package com.ticketing.common.errors;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Tells what is away for a while, and will work when tried again, from what is wrong. */
public final class Outages {

    private Outages() {}

    /** Whether the failure, or what caused it, says only that the database could not be reached or did not answer. */
    public static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || isOfDriver(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The driver's own exceptions are of the connection; most of the server's are its answer to what was asked. */
    private static boolean isOfDriver(Throwable cause) {
        return cause instanceof MongoException failure
                && (!(failure instanceof MongoServerException)
                        || failure instanceof MongoNotPrimaryException
                        || failure instanceof MongoNodeIsRecoveringException
                        || failure instanceof MongoWriteConcernException);
    }
}
