package com.ticketing.common.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.testsupport.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

class BannedUsersTest {

    private static final Duration LIFE = Duration.ofMinutes(16);

    private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final BannedUsers bannedUsers = new BannedUsers(
            new Bans(mock(MongoOperations.class), new Combining(new SimpleMeterRegistry())), LIFE, clock);

    @Test
    void deniesOnlyBannedUsers() {
        bannedUsers.apply(ban("mallory", 3));

        assertThat(bannedUsers.isDenied("mallory")).isTrue();
        assertThat(bannedUsers.isDenied("alice")).isFalse();
    }

    @Test
    void reachesTheSameStateInAnyOrderOfEvents() {
        bannedUsers.apply(unban("mallory", 4));
        bannedUsers.apply(ban("mallory", 3));
        assertThat(bannedUsers.isDenied("mallory")).isFalse();

        bannedUsers.apply(ban("mallory", 5));
        bannedUsers.apply(unban("mallory", 4));
        bannedUsers.apply(ban("mallory", 5));
        assertThat(bannedUsers.isDenied("mallory")).isTrue();
    }

    @Test
    void aDeletionIsFinalInAnyOrderOfEvents() {
        bannedUsers.apply(UserBan.of(new UserDeleted("mallory", 5, clock.instant()), clock.instant()));
        bannedUsers.apply(unban("mallory", 4));
        bannedUsers.apply(unban("mallory", 6));
        bannedUsers.apply(ban("mallory", 7));

        assertThat(bannedUsers.isDenied("mallory")).isTrue();
        assertThat(bannedUsers.isDeleted("mallory")).isTrue();
    }

    @Test
    void aBannedUserIsNotDeleted() {
        bannedUsers.apply(ban("mallory", 3));

        assertThat(bannedUsers.isDeleted("mallory")).isFalse();
        assertThat(bannedUsers.isDeleted("alice")).isFalse();
    }

    @Test
    void removesABanWhenAllEarlierTokensHaveExpired() {
        bannedUsers.apply(ban("mallory", 3));

        clock.advance(LIFE.minusSeconds(1));
        assertThat(bannedUsers.isDenied("mallory")).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(bannedUsers.isDenied("mallory")).isFalse();
    }

    @Test
    void keepsOnlyTheBansOfOneTokenLife() {
        for (int i = 0; i < 1000; i++) {
            bannedUsers.apply(ban("user" + i, 1));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(bannedUsers.size()).isEqualTo(16);
    }

    private UserBan ban(String id, long version) {
        return new UserBan(id, version, true, null, clock.instant());
    }

    private UserBan unban(String id, long version) {
        return new UserBan(id, version, false, null, clock.instant());
    }
}
