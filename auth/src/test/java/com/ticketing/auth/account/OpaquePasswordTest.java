package com.ticketing.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaquePasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C", "a good password \uD83C", "\uDF89 a good password"})
    void textWithALoneSurrogateMatchesNoPassword(String typed) {
        assertThat(OpaquePassword.forms(typed)).containsExactly(" ").allMatch(UTF_8.newEncoder()::canEncode);
    }

    @Test
    void textThatIsLongerThanAnyPasswordMatchesNone() {
        assertThat(OpaquePassword.forms("\uFF21".repeat(289))).containsExactly(" ");
        assertThat(OpaquePassword.forms("a\u0300".repeat(144))).hasSize(2);
    }

    @Test
    void aPasswordIsComparedPreparedAndAsTyped() {
        assertThat(OpaquePassword.forms("a\u00A0good password"))
                .containsExactly("a good password", "a\u00A0good password");
    }
}
