package com.ticketing.tickets.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

    private final LiveStreams streams = new LiveStreams(
            new LiveProperties(Duration.ofSeconds(15), 10, 2, 10, 3, Duration.ofHours(1)), new SimpleMeterRegistry());

    @BeforeEach
    void start() {
        streams.start();
    }

    @Test
    void leavesStreamsToOtherAddresses() {
        LiveStream first = open("198.51.100.7");
        open("198.51.100.7");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> open("198.51.100.7"))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(TicketError.TOO_MANY_STREAMS));
        open("203.0.113.1");

        first.end();
        first.run();
        open("198.51.100.7");
    }

    private LiveStream open(String address) {
        return streams.open(Optional.empty(), address, mock(ClientConnection.class));
    }
}
