package com.ticketing.orders.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.settings.InvalidSettingException;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassesTest {

    private static final String FIRST = "the first secret, of 32 bytes or more";
    private static final String SECOND = "the second secret, of 32 bytes or more";
    private static final String START = "2026-12-01T00:00:00Z";

    private static Passes passes(String now, String... keys) {
        return new Passes(new PassProperties(List.of(keys)), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private final Passes passes = passes("2026-11-26T12:00:00Z", FIRST);

    @Test
    void verifiesWhatItHasSigned() {
        String pass = passes.sign("order-1", "ticket-1", TicketFacts.NONE);

        assertThat(passes.verify(pass)).contains("order-1");
        assertThat(pass.split("\\.", -1)).hasSize(3);
        assertThat(pass).hasSizeLessThan(400).isEqualTo(passes.sign("order-1", "ticket-1", TicketFacts.NONE));
    }

    @Test
    void statesTheSeatAndTheStart() {
        TicketFacts facts = new TicketFacts(Instant.parse("2026-12-24T19:00:00Z"), null, null, null, null, "Row 7");

        String pass = passes.sign("order-1", "ticket-1", facts);

        String payload = new String(Base64.getUrlDecoder().decode(pass.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(payload)
                .isEqualTo("{\"jti\":\"order-1\",\"ticket\":\"ticket-1\",\"seat\":\"Row 7\","
                        + "\"startsAt\":\"2026-12-24T19:00:00Z\"}");
        assertThat(passes.verify(pass)).contains("order-1");
    }

    @Test
    void rejectsAChangedPass() {
        String[] parts = passes.sign("order-1", "ticket-1", TicketFacts.NONE).split("\\.", -1);
        String[] others = passes.sign("order-2", "ticket-1", TicketFacts.NONE).split("\\.", -1);

        assertThat(passes.verify(parts[0] + "." + others[1] + "." + parts[2])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJqdGkiOiJvcmRlci0xIn0."})
    void rejectsWhatIsNoPass(String text) {
        assertThat(passes.verify(text)).isEmpty();
    }

    @Test
    void rejectsAPassOfAForeignKey() {
        assertThat(passes.verify(passes("2026-11-26T12:00:00Z", SECOND).sign("order-1", "ticket-1", TicketFacts.NONE)))
                .isEmpty();
    }

    @Test
    void rejectsAnotherTokenOfItsOwnKey() {
        PassKey key = new PassProperties(List.of(FIRST)).signingKeys().getFirst();
        String token = Jwts.builder()
                .header()
                .keyId(key.id())
                .and()
                .id("order-1")
                .signWith(key.secret(), Jwts.SIG.EdDSA)
                .compact();

        assertThat(passes.verify(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30T23:59:59Z, false", "2026-12-01T00:00:00Z, true"})
    void signsWithTheNewKeyFromItsTimeOn(String now, boolean signsWithNewKey) {
        Passes both = passes(now, FIRST, START + "@" + SECOND);
        String pass = both.sign("order-1", "ticket-1", TicketFacts.NONE);

        assertThat(passes.verify(pass).isEmpty()).isEqualTo(signsWithNewKey);
        assertThat(both.verify(pass)).contains("order-1");
        assertThat(both.verify(passes.sign("order-2", "ticket-2", TicketFacts.NONE)))
                .contains("order-2");
    }

    @Test
    void processesWithSkewedClocksVerifyEachOthersPasses() {
        Passes behind = passes("2026-11-30T23:59:00Z", FIRST, START + "@" + SECOND);
        Passes ahead = passes("2026-12-01T00:01:00Z", FIRST, START + "@" + SECOND);
        String early = behind.sign("order-1", "ticket-1", TicketFacts.NONE);
        String late = ahead.sign("order-1", "ticket-1", TicketFacts.NONE);

        assertThat(early).isNotEqualTo(late);
        assertThat(behind.verify(late)).contains("order-1");
        assertThat(ahead.verify(early)).contains("order-1");
    }

    @Test
    void publishesAllKeysWithoutTheirSecrets() {
        Passes both = passes("2026-11-26T12:00:00Z", FIRST, START + "@" + SECOND);

        assertThat(both.publicKeys().get("keys"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key)
                        .containsOnlyKeys("kty", "crv", "x", "kid")
                        .containsEntry("kty", "OKP")
                        .containsEntry("crv", "Ed25519"));
    }

    @Test
    void withoutAKeyThereAreNoPasses() {
        assertThat(new PassProperties(List.of("")).signingKeys()).isEmpty();
        Passes none = new Passes(new PassProperties(null), Clock.systemUTC());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> none.sign("order-1", "ticket-1", TicketFacts.NONE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(CommonError.NOT_FOUND));
        assertThat(none.verify("a.b.c")).isEmpty();
        assertThat(none.publicKeys()).containsEntry("keys", List.of());
    }

    @Test
    void rejectsASecretThatIsStatedTwice() {
        PassProperties properties = new PassProperties(List.of(FIRST, START + "@" + FIRST));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(properties::signingKeys)
                .withMessage("ORDERS_PASS_KEYS has a secret twice");
    }

    @ParameterizedTest
    @CsvSource({
        "short, ORDERS_PASS_KEYS has a secret that is too short: it has 5 bytes and needs 32",
        "tomorrow@a secret of at least 32 bytes in all, ORDERS_PASS_KEYS has a time that is not valid",
        "2026-12-01T00:00:00Z@a secret of at least 32 bytes in all, ORDERS_PASS_KEYS has no key without a time"
    })
    void namesWhatIsWrongWithTheKeys(String key, String problem) {
        PassProperties properties = new PassProperties(List.of(key));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(properties::signingKeys)
                .withMessage(problem);
        assertThat(properties).hasToString("PassProperties[]");
    }
}
