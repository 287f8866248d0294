package com.ticketing.common.persistence;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Retries writes that the database has rejected for the moment: it answered that the write has no effect, and the same
 * write can succeed later. A network error is not retried here, because the write may have had its effect.
 */
final class TransientWriteFailures {

    /** MongoDB adds it to write conflicts; compatible servers add it outside transactions too. */
    private static final String LABEL = "TransientTransactionError";

    /** Servers that store documents in PostgreSQL (DocumentDB, FerretDB) pass PostgreSQL's codes on. */
    private static final Set<Integer> CODES = Set.of(
            24, // LockTimeout
            112, // WriteConflict
            16500, // TooManyRequests of Azure Cosmos DB
            sqlState("40001"), // serialization failure
            sqlState("40P01"), // deadlock detected, 16908292
            sqlState("55P03")); // lock not available

    static final RetryPolicy POLICY = RetryPolicy.builder()
            .maxRetries(8)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(10))
            .multiplier(2)
            .maxDelay(Duration.ofMillis(500))
            // a server that detects a deadlock after a second would otherwise hold the caller much longer
            .timeout(Duration.ofSeconds(5))
            .predicate(TransientWriteFailures::isTransient)
            .build();

    private static final RetryOperations TEMPLATE = new RetryTemplate(POLICY);

    private TransientWriteFailures() {}

    /**
     * Runs the write until it does not fail transiently, at most 9 times and with the last attempt within 5 s.
     *
     * @throws TransientDataAccessResourceException if the last attempt failed transiently too
     */
    static <R> R retry(Supplier<R> write) {
        try {
            return TEMPLATE.invoke(write);
        } catch (MongoException e) {
            throw translate(e);
        }
    }

    /** Returns the exception for callers: an outage if the write was rejected for the moment, or else the failure. */
    private static RuntimeException translate(MongoException failure) {
        return isTransient(failure)
                ? new TransientDataAccessResourceException(
                        "Write rejected for the moment: " + failure.getMessage(), failure)
                : failure;
    }

    static boolean isTransient(Throwable failure) {
        return (failure instanceof MongoCommandException || failure instanceof MongoWriteException)
                && failure instanceof MongoException answer
                && (CODES.contains(answer.getCode()) || answer.hasErrorLabel(LABEL));
    }

    /** Returns PostgreSQL's numeric form of an SQLSTATE: six bits for each of its five characters. */
    static int sqlState(String state) {
        int code = 0;
        for (int i = 0; i < state.length(); i++) {
            code |= (state.charAt(i) - '0') << (6 * i);
        }
        return code;
    }
}
