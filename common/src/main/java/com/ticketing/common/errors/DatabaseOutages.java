package com.ticketing.common.errors;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Distinguishes temporary outages of the database from other failures: after an outage, a retry can succeed. */
public final class DatabaseOutages {

    private DatabaseOutages() {}

    /** Returns whether the failure or one of its causes is a temporary outage of the database. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || isDriverOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The driver's own exceptions concern the connection; most exceptions of the server are answers to a command. */
    private static boolean isDriverOutage(Throwable cause) {
        return cause instanceof MongoException failure
                && (!(failure instanceof MongoServerException)
                        || failure instanceof MongoNotPrimaryException
                        || failure instanceof MongoNodeIsRecoveringException
                        || failure instanceof MongoWriteConcernException);
    }
}
