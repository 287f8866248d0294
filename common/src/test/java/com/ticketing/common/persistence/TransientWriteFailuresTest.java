package com.ticketing.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.ticketing.common.errors.DatabaseOutages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessResourceException;

class TransientWriteFailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {24, 112, 16500, 16777220, 16908292, 50463045})
    void recognizesTheCodesOfTransientFailures(int code) {
        assertThat(TransientWriteFailures.isTransient(rejected(code))).isTrue();
        assertThat(TransientWriteFailures.isTransient(commandFailed("{ok: 0, code: %d}".formatted(code))))
                .isTrue();
    }

    @Test
    void recognizesTheLabelOfTransientFailures() {
        assertThat(TransientWriteFailures.isTransient(
                        commandFailed("{ok: 0, code: 251, errorLabels: ['TransientTransactionError']}")))
                .isTrue();
    }

    @Test
    void doesNotRecognizeDefiniteFailuresAndUnknownOutcomes() {
        MongoException unknownOutcome = new MongoSocketReadException("cut", SERVER);
        unknownOutcome.addLabel("TransientTransactionError");

        assertThat(List.of(rejected(11000), rejected(121), commandFailed("{ok: 0, code: 26}"), unknownOutcome))
                .noneMatch(TransientWriteFailures::isTransient);
    }

    @Test
    void returnsTheResultOfTheAttemptThatSucceeds() {
        String result = TransientWriteFailures.retry(() -> {
            if (attempts.incrementAndGet() < 4) {
                throw rejected(112);
            }
            return "written";
        });

        assertThat(result).isEqualTo("written");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void reportsAnOutageAfterTheLastAttempt() {
        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> TransientWriteFailures.retry(() -> {
                    attempts.incrementAndGet();
                    throw rejected(112);
                }))
                .matches(DatabaseOutages::isCauseOf);
        assertThat(attempts).hasValue(9);
    }

    @Test
    void doesNotRetryOtherFailures() {
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> TransientWriteFailures.retry(() -> {
                    attempts.incrementAndGet();
                    throw rejected(11000);
                }));
        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"16908292, 11000, true", "16908292, 121, false"})
    void recognizesABatchThatCanBeRepeated(int first, int second, boolean outage) {
        List<BulkWriteError> errors = List.of(
                new BulkWriteError(first, "rejected", new BsonDocument(), 0),
                new BulkWriteError(second, "rejected", new BsonDocument(), 1));
        MongoException batch =
                new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, null, SERVER, Set.of());

        assertThat(DatabaseOutages.isCauseOf(TransientWriteFailures.translate(batch)))
                .isEqualTo(outage);
    }

    private static MongoException rejected(int code) {
        return new MongoWriteException(new WriteError(code, "rejected", new BsonDocument()), SERVER, List.of());
    }

    private static MongoException commandFailed(String answer) {
        return new MongoCommandException(BsonDocument.parse(answer), SERVER);
    }
}
