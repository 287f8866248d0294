package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "jürgen@example.com",
                "あん@example.com",
                "ann@例え.テスト"
            })
    void acceptsARealAddress(String text) {
        assertThat(EmailAddress.parse(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ann@BU\u0308CHER.example, ann@xn--bcher-kva.example",
        "ann@ｅｘａｍｐｌｅ.com, ann@example.com",
        "ann@example。com, ann@example.com",
        "ann@faß.example, ann@xn--fa-hia.example",
        "ann@fass.example, ann@fass.example",
        "ju\u0308rgen@example.com, jürgen@example.com",
        "JÜRGEN@example.com, jürgen@example.com",
        "\u200Bann@example.com\uFEFF, ann@example.com",
        "\u00A0ann@example.com\u3000, ann@example.com",
        "ann@ex\u00ADample.com, ann@example.com"
    })
    void hasOneFormPerMailbox(String typed, String normal) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an\u200Bn@example.com",
                "an\u00ADn@example.com",
                "an\u00A0n@example.com",
                "ann\u3164@example.com",
                "ann\u2800@example.com",
                "ann\uFE0F@example.com",
                "an\u034Fn@example.com",
                "an\u202En@example.com",
                "an\u2066n@example.com",
                "ann@exa_mple.com",
                "ann@\u202Eexample.com",
                "ann@אexample.com",
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

    @ParameterizedTest
    @ValueSource(strings = {"ann@xn--a.example", "ann@ab--c.example"})
    void acceptsAStoredDomainThatIsInvalidByIdna(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(email -> assertThat(email.hasValidDomain()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "ann@bücher.example", "ann@faß.example", "ann@ex\u00ADample.com"})
    void hasAValidDomain(String text) {
        assertThat(EmailAddress.parse(text))
                .hasValueSatisfying(email -> assertThat(email.hasValidDomain()).isTrue());
    }

    @Test
    void allowsLabelsOf63CharactersInNewDomains() {
        assertThat(new EmailAddress("ann@" + "d".repeat(63) + ".example").hasValidDomain())
                .isTrue();
        assertThat(new EmailAddress("ann@" + "d".repeat(64) + ".example").hasValidDomain())
                .isFalse();
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
