package com.ticketing.common.errors;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Distinguishes temporary outages of the database from other failures: after an outage, a retry can succeed. */
public final class DatabaseOutages {

    /** MongoDB's code for errors without a code of their own. */
    private static final int INTERNAL_ERROR = 1;

    /**
     * The beginnings of the messages that FerretDB 2.7 returns with {@link #INTERNAL_ERROR} while its PostgreSQL is
     * unavailable, starts up or recovers. The first one is FerretDB's own. All messages of PostgreSQL's state 57P03
     * begin with the second one.
     */
    private static final List<String> STORAGE_AWAY = List.of("unexpected EOF", "the database system is ");

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
                        || failure instanceof MongoWriteConcernException
                        || isStorageAway(failure));
    }

    /** Returns whether a server that stores documents in PostgreSQL has no connection to it. */
    private static boolean isStorageAway(MongoException failure) {
        return failure instanceof MongoCommandException answer
                && answer.getErrorCode() == INTERNAL_ERROR
                && STORAGE_AWAY.stream().anyMatch(answer.getErrorMessage()::startsWith);
    }
}
