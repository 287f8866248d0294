package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.unit.DataSize;

class PasswordHasherTest {

    private static final String PASSWORD = "correct horse";

    private final PasswordHasher hasher = hasher(DataSize.ofKilobytes(64), 1, 4, Duration.ofSeconds(10));

    @Test
    void saltsEachHashAndMatchesAllOfThem() {
        String one = hasher.hash(PASSWORD);
        String other = hasher.hash(PASSWORD);

        assertThat(one).isNotEqualTo(other).startsWith("{argon2}$argon2id$").doesNotContain(PASSWORD);
        assertThat(hasher.matches(PASSWORD, Optional.of(one))).isTrue();
        assertThat(hasher.matches(PASSWORD, Optional.of(other))).isTrue();
        assertThat(hasher.matches("correct horsf", Optional.of(one))).isFalse();
    }

    @Test
    void distinguishesPasswordsThatDifferOnlyInTheLastByte() {
        String hash = hasher.hash("x".repeat(71) + "a");

        assertThat(hasher.matches("x".repeat(71) + "b", Optional.of(hash))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"cafe\u0301 noir, caf\u00E9 noir", "two\u00A0words, two words", "two\u3000words, two words"})
    void matchesAPasswordTypedOnAnyKeyboard(String one, String other) {
        assertThat(hasher.matches(other, Optional.of(hasher.hash(one)))).isTrue();
        assertThat(hasher.matches(one, Optional.of(hasher.hash(other)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Correct Horse, correct horse", "ｗｉｄｅ width, wide width"})
    void distinguishesCaseAndWidth(String one, String other) {
        assertThat(hasher.matches(other, Optional.of(hasher.hash(one)))).isFalse();
    }

    /** Older versions have hashed passwords as they were typed. */
    @ParameterizedTest
    @ValueSource(strings = {"cafe\u0301 noir", "two\u00A0words", "zero\u200Bwidth", "line\nbreak"})
    void matchesTheHashOfAPasswordAsTyped(String typed) {
        PasswordHashingProperties cheap = new PasswordHashingProperties(DataSize.ofKilobytes(64), 1, 1, Duration.ZERO);
        String stored = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(typed);

        assertThat(new PasswordHasher(cheap).matches(typed, Optional.of("{argon2}" + stored)))
                .isTrue();
    }

    @Test
    void neverMatchesWithoutAHash() {
        assertThat(hasher.matches(PASSWORD, Optional.empty())).isFalse();
    }

    @Test
    void reportsAHashWithWeakerParametersAsOutdated() {
        String hash = hasher.hash(PASSWORD);

        assertThat(hasher.isOutdated(hash)).isFalse();
        assertThat(hasher(DataSize.ofKilobytes(128), 1, 4, Duration.ZERO).isOutdated(hash))
                .isTrue();
        assertThat(hasher(DataSize.ofKilobytes(64), 2, 4, Duration.ZERO).isOutdated(hash))
                .isTrue();
        assertThat(hasher(DataSize.ofKilobytes(64), 2, 4, Duration.ZERO).matches(PASSWORD, Optional.of(hash)))
                .isTrue();
    }

    /** A check without a hash uses a permit too, which shows that it costs the same work. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rejectsAtOnceWithoutAFreePermitWhetherOrNotThereIsAHash(boolean present) throws Exception {
        BlockingEncoder encoder = new BlockingEncoder();
        PasswordHasher busy = new PasswordHasher(
                new PasswordHashingProperties(DataSize.ofKilobytes(64), 1, 1, Duration.ZERO), encoder);
        Optional<String> hash = present ? Optional.of(busy.hash(PASSWORD)) : Optional.empty();

        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> busy.matches(PASSWORD, hash), Thread::startVirtualThread);
        encoder.entered.acquire();

        assertThatThrownBy(() -> busy.matches(PASSWORD, hash))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(CommonError.TOO_BUSY));

        encoder.finish.release();
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(present);
    }

    /** Each check waits for a permit of the test. */
    private static final class BlockingEncoder implements PasswordEncoder {

        final Semaphore entered = new Semaphore(0);
        final Semaphore finish = new Semaphore(0);

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            entered.release();
            finish.acquireUninterruptibly();
            return encode(password).equals(hash);
        }
    }

    @Test
    void waitsForAFreePermit() {
        PasswordHasher patient = hasher(DataSize.ofMegabytes(4), 1, 1, Duration.ofSeconds(30));

        List<CompletableFuture<String>> hashes = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> patient.hash(PASSWORD), Thread::startVirtualThread))
                .limit(10)
                .toList();

        assertThat(hashes.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
    }

    @Test
    void usesTheParametersOfOwaspByDefault() {
        PasswordHashingProperties defaults = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("auth.passwords", PasswordHashingProperties.class);

        assertThat(new PasswordHasher(defaults).hash(PASSWORD)).startsWith("{argon2}$argon2id$v=19$m=12288,t=3,p=1$");
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> hasher(DataSize.ofBytes(1), 1, 1, Duration.ZERO))
                .isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> hasher(DataSize.ofKilobytes(64), 0, 1, Duration.ZERO))
                .isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> hasher(DataSize.ofKilobytes(64), 1, 0, Duration.ZERO))
                .isInstanceOf(InvalidSettingException.class);
    }

    private static PasswordHasher hasher(DataSize memory, int iterations, int inFlight, Duration maxWait) {
        return new PasswordHasher(new PasswordHashingProperties(memory, iterations, inFlight, maxWait));
    }
}
