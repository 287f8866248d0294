package com.ticketing.tickets.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void isReadAsItIsWritten() {
        Position position = new Position(12, 345);

        assertThat(position).hasToString("12-345");
        assertThat(Position.parse("12-345")).contains(position);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1-",
                "-1-2",
                "1-2-3",
                "1-2 ",
                "a-b",
                "9999999999999999999-1",
                "١-٢",
                "1-2\n3-4",
                "../x"
            })
    void nothingElseIsOne(@Nullable String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
