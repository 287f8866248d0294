package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class DependencyOutagesTest {

    private static final ServerAddress SERVER = new ServerAddress();

    static Stream<Throwable> outages() {
        return Stream.of(
                new DataAccessResourceFailureException("no server"),
                new QueryTimeoutException("slow"),
                new MongoTimeoutException("no server"),
                new UncategorizedMongoDbException("cut", new MongoSocketReadException("cut", SERVER)),
                new UncheckedIOException(new IOException("no network")),
                new IllegalStateException("wrapped", new IOException("no network")),
                // the responses of a replica set that elects a primary
                new MongoNotPrimaryException(answer(10107, "NotWritablePrimary"), SERVER),
                new MongoNodeIsRecoveringException(answer(91, "ShutdownInProgress"), SERVER));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void recognizesAnOutage(Throwable failure) {
        assertThat(DependencyOutages.isCauseOf(failure)).isTrue();
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new NullPointerException(),
                new DuplicateKeyException("there already"),
                new MongoWriteException(new WriteError(11000, "there already", new BsonDocument()), SERVER, List.of()),
                new MongoCommandException(answer(2, "BadValue"), SERVER));
    }

    @ParameterizedTest
    @MethodSource("others")
    void doesNotMistakeADefectForAnOutage(Throwable failure) {
        assertThat(DependencyOutages.isCauseOf(failure)).isFalse();
    }

    private static BsonDocument answer(int code, String name) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name))
                .append("errmsg", new BsonString(name));
    }
}
