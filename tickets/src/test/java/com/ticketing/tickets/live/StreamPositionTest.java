package com.ticketing.tickets.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @Test
    void parsesItsOwnText() {
        StreamPosition position = new StreamPosition(12, 345);

        assertThat(position).hasToString("12-345");
        assertThat(StreamPosition.parse("12-345")).contains(position);
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
    void rejectsTextThatIsNotAPosition(@Nullable String text) {
        assertThat(StreamPosition.parse(text)).isEmpty();
    }
}
