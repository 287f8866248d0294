package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
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
    @Test
    void rejectsAtOnceWithoutAFreePermitWhetherOrNotThereIsAHash() {
        PasswordHasher busy = hasher(DataSize.ofMegabytes(64), 4, 1, Duration.ZERO);

        for (Optional<String> hash : List.of(Optional.<String>empty(), Optional.of(hasher.hash(PASSWORD)))) {
            List<CompletableFuture<String>> attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                                    () -> busy.matches("wrong", hash),
                                    task -> Thread.ofPlatform().start(task))
                            .handle((matches, rejection) ->
                                    rejection == null ? matches.toString() : code(rejection.getCause())))
                    .limit(5)
                    .toList();
            assertThat(attempts.stream().map(CompletableFuture::join))
                    .contains("false", "too-busy")
                    .doesNotContain("true");
            assertThat(busy.matches(PASSWORD, hash)).isEqualTo(hash.isPresent());
        }
    }

    private static String code(@Nullable Throwable rejection) {
        return rejection instanceof ApiException error ? error.code().code() : String.valueOf(rejection);
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
