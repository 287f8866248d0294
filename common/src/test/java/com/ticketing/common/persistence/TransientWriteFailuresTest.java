package com.ticketing.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.ticketing.common.errors.DatabaseOutages;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static MongoException rejected(int code) {
        return new MongoWriteException(new WriteError(code, "rejected", new BsonDocument()), SERVER, List.of());
    }

    private static MongoException commandFailed(String answer) {
        return new MongoCommandException(BsonDocument.parse(answer), SERVER);
    }
}
