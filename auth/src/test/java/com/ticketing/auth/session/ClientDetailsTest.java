package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDetailsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00A0", "\u00AD", "\u0085"})
    void namesAnInvisibleDeviceUnknown(@Nullable String userAgent) {
        assertThat(client(userAgent).device()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "B\u00c3\u00bcro \u00e2\u0080\u0093 Phone, B\u00fcro \u2013 Phone",
        "B\u00fcro, B\u00fcro",
        "Phone\u0092s \u00c3, Phones \u00c3",
        "Phone\u00e2\u0080\u00ae, Phone"
    })
    void decodesUtf8AndRemovesControlCharacters(String userAgent, String device) {
        assertThat(client(userAgent).device()).isEqualTo(device);
    }

    @Test
    void shortensALongName() {
        assertThat(client("x".repeat(300)).device()).isEqualTo("x".repeat(200));
    }

    private static ClientDetails client(@Nullable String userAgent) {
        return new ClientDetails("192.0.2.1", userAgent, List.of(), null, Optional.empty());
    }
}
