package com.ticketing.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.security.AccessTokens.VerifiedToken;
import com.ticketing.testsupport.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final String SESSION = "6924400000000000000000e1";
    private static final CurrentUser ANN = new CurrentUser("ann", "ann@example.com", List.of("admin"));
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final SigningKey oldKey = key("the old key, long enough for HS256 and more");
    private final SigningKey newKey = key("the new key, long enough for HS256 and more");

    @Test
    void namesTheSigningKeyInTheHeader() {
        String token = tokens(newKey, Optional.empty()).issue(ANN, SESSION);

        String header = new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
        assertThat(header).contains("\"alg\":\"HS256\"", "\"kid\":\"" + newKey.id() + "\"");
        assertThat(newKey.id()).hasSize(16).isNotEqualTo(oldKey.id());
        assertThat(newKey.toString()).doesNotContain("secret");
    }

    @Test
    void acceptsThePreviousKeyWhileItIsConfigured() {
        String old = tokens(oldKey, Optional.empty()).issue(ANN, SESSION);

        assertThat(tokens(newKey, Optional.of(oldKey)).verify(old).map(VerifiedToken::user))
                .contains(ANN);
        assertThat(tokens(newKey, Optional.empty()).verify(old)).isEmpty();
    }

    @Test
    void signsWithTheCurrentKeyOnly() {
        String token = tokens(newKey, Optional.of(oldKey)).issue(ANN, SESSION);

        assertThat(tokens(newKey, Optional.empty()).verify(token)).isPresent();
        assertThat(tokens(oldKey, Optional.empty()).verify(token)).isEmpty();
    }

    @Test
    void rejectsAForeignKeyWithTheIdOfAKnownOne() {
        SigningKey foreign =
                new SigningKey(key("a foreign key, long enough for HS256 too").secret(), oldKey.id());
        String forged = tokens(foreign, Optional.empty()).issue(ANN, SESSION);

        assertThat(tokens(newKey, Optional.of(oldKey)).verify(forged)).isEmpty();
    }

    /** The signature is checked once, the expiry always. */
    @Test
    void rejectsATokenThatHasExpiredSinceItsLastUse() {
        MovableClock clock = new MovableClock();
        clock.stop();
        AccessTokens tokens = new AccessTokens(newKey, Optional.empty(), LIFE, clock);
        String token = tokens.issue(ANN, SESSION);

        assertThat(tokens.verify(token)).isPresent();
        clock.advance(LIFE.plusSeconds(28));
        assertThat(tokens.verify(token)).isPresent();
        clock.advance(Duration.ofSeconds(3));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void verifiesATokenThatDiffersFromAnAcceptedOne() {
        AccessTokens tokens = tokens(newKey, Optional.empty());
        String token = tokens.issue(ANN, SESSION);
        assertThat(tokens.verify(token)).isPresent();

        char last = token.charAt(token.length() - 2);
        String tampered = token.substring(0, token.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 1);

        assertThat(tokens.verify(tampered)).isEmpty();
        assertThat(tokens.verify(tampered)).isEmpty();
    }

    private static AccessTokens tokens(SigningKey key, Optional<SigningKey> previous) {
        return new AccessTokens(key, previous, LIFE, Clock.systemUTC());
    }

    private static SigningKey key(String text) {
        return new SigningKey(text.getBytes(StandardCharsets.UTF_8));
    }
}
