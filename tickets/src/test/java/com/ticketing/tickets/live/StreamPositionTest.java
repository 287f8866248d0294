package com.ticketing.tickets.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.messaging.ChannelPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    @Test
    void parsesItsOwnText() {
        StreamPosition position = new StreamPosition(
                new ChannelPosition(12, Instant.parse("2026-11-24T12:00:00.123456789Z")), ChannelPosition.START);

        assertThat(position).hasToString("12.dn3fabw7ld79-0.0");
        assertThat(StreamPosition.parse(position.toString())).contains(position);
    }

    @Test
    void parsesTheTextOfAnEarlierVersionWithoutTimes() {
        assertThat(StreamPosition.parse("12-0"))
                .contains(new StreamPosition(new ChannelPosition(12, Instant.EPOCH), ChannelPosition.START));
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
                "1.-2.",
                "1.A-2.b",
                "1.zzzzzzzzzzzzz-1.1",
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
