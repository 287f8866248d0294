package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String MAX_LOCAL_PART = "l".repeat(64);

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "  Ann@Example.COM ", "\tANN@example.com\n"})
    void isNormalizedToTrimmedLowerCase(String text) {
        assertThat(EmailAddress.parse(text)).contains(new EmailAddress("ann@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "ann.o'neil+tickets@mail.example.com",
                "ann@xn--bcher-kva.example",
                "ann@bücher.example",
                "jürgen@example.com"
            })
    void acceptsARealAddress(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "ann@",
                "@example.com",
                "ann@localhost",
                "ann@@example.com",
                "ann@exa mple.com",
                "an n@example.com",
                "ann@example..com",
                "ann@-example.com",
                "ann@example.com.",
                "ann@example.com\u0000",
                "ann\u0000@example.com",
                "ann\ud800@example.com",
                "ann\r\nBcc: all@example.com",
                "\"ann\"@example.com",
                "<ann@example.com>",
                "ann@example.com,bob@example.com",
                "{$gt:\"\"}"
            })
    void rejectsAnythingElse(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void hasAtMost254CharactersAnd64BeforeTheAt() {
        String domain = ("d".repeat(61) + ".").repeat(3) + "com";
        assertThat(EmailAddress.parse(MAX_LOCAL_PART + "@" + domain)).isPresent();
        assertThat((MAX_LOCAL_PART + "@" + domain).length()).isEqualTo(254);
        assertThat(EmailAddress.parse(MAX_LOCAL_PART + "@d" + domain)).isEmpty();
        assertThat(EmailAddress.parse("l" + MAX_LOCAL_PART + "@example.com")).isEmpty();
    }

    @Test
    void rejectsInputsMadeForSlowMatching() {
        assertThat(EmailAddress.parse("a@" + "a".repeat(240) + "!")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "-a".repeat(60_000))).isEmpty();
    }

    @Test
    void cannotBeConstructedInAnotherForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("Ann@example.com"))
                .withMessageNotContaining("Ann");
    }

    @Test
    void omitsTheAddressFromItsText() {
        assertThat(new EmailAddress("ann@example.com")).asString().doesNotContain("ann");
    }
}
