package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoConnectionStringTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://localhost:27017, mongodb://localhost:27017/orders",
        "mongodb://localhost:27017/, mongodb://localhost:27017/orders",
        "mongodb://localhost:27017/other, mongodb://localhost:27017/orders",
        "mongodb://a/?w=majority, mongodb://a/orders?w=majority",
        "mongodb://u:p@a, mongodb://u:p@a/orders?authSource=admin",
        "mongodb://u:p@a/users?w=1, mongodb://u:p@a/orders?w=1&authSource=users",
        "mongodb://u:p@a/?authSource=x, mongodb://u:p@a/orders?authSource=x",
        "mongodb+srv://cluster.example, mongodb+srv://cluster.example/orders",
    })
    void replacesOnlyTheDatabase(String given, String expected) {
        assertThat(MongoConnectionString.parse(given).withDatabase("orders")).isEqualTo(expected);
    }

    @Test
    void omitsTheConnectionStringFromTheErrorMessage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MongoConnectionString.parse("postgres://u:secret@a"))
                .withMessageNotContaining("secret");
    }
}
