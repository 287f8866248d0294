package com.ticketing.common.persistence;

import com.mongodb.MongoCommandException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/**
 * Translates the driver's exceptions as Spring does, and the rejection of a {@code findAndModify} by a unique index on
 * a server that stores documents in PostgreSQL. FerretDB 2.7 reports it as an internal error with PostgreSQL's message.
 */
final class DuplicateKeyTranslator extends MongoExceptionTranslator {

    /** MongoDB's code for errors without a code of their own. */
    private static final int INTERNAL_ERROR = 1;

    /** The first one is for the id, the second one for every other unique index. */
    private static final List<String> MESSAGES = List.of(
            "duplicate key value violates unique constraint", "conflicting key value violates exclusion constraint");

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return isDuplicateKey(failure)
                ? new DuplicateKeyException(String.valueOf(failure.getMessage()), failure)
                : super.translateExceptionIfPossible(failure);
    }

    private static boolean isDuplicateKey(RuntimeException failure) {
        return failure instanceof MongoCommandException answer
                && answer.getErrorCode() == INTERNAL_ERROR
                && MESSAGES.stream().anyMatch(answer.getErrorMessage()::startsWith);
    }
}
