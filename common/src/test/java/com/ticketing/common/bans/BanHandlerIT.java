package com.ticketing.common.bans;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.combining.Combining;
import com.ticketing.testsupport.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class BanHandlerIT {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void runsTheActionsForTheNewestBanLast() throws Exception {
        var database = new SimpleMongoClientDatabaseFactory(TestServers.newMongoUri());
        try {
            Bans bans = new Bans(new MongoTemplate(database), new Combining(new SimpleMeterRegistry()));
            BannedUsers users = new BannedUsers(bans, Duration.ofMinutes(16), Clock.systemUTC());
            List<String> done = new ArrayList<>();
            UserBan end = new UserBan("mallory", 2, false, null, NOW);
            UserBan again = new UserBan("mallory", 3, true, null, NOW);
            BanHandler other = new BanHandler(bans, users, () -> Stream.of(log(done, () -> {})), Stream::of);
            BanHandler slow = new BanHandler(
                    bans,
                    users,
                    () -> Stream.of(log(done, () -> {
                        if (!bans.isBanned("mallory")) {
                            other.handle(again);
                        }
                    })),
                    Stream::of);

            slow.handle(end);

            assertThat(done).last().isEqualTo("banned");
        } finally {
            database.destroy();
        }
    }

    /** The message of the ban was parked, and is handled when the entry of the unban is no longer in memory. */
    @Test
    void aBanThatIsHandledAfterItsUnbanDeniesNothing() throws Exception {
        var database = new SimpleMongoClientDatabaseFactory(TestServers.newMongoUri());
        try {
            Bans bans = new Bans(new MongoTemplate(database), new Combining(new SimpleMeterRegistry()));
            BannedUsers users = new BannedUsers(bans, Duration.ofMinutes(16), Clock.fixed(NOW, ZoneOffset.UTC));
            BanHandler handler = new BanHandler(bans, users, Stream::of, Stream::of);
            handler.handle(new UserBan("mallory", 2, false, null, NOW.minus(Duration.ofMinutes(17))));

            handler.handle(new UserBan("mallory", 1, true, null, NOW));

            assertThat(users.isDenied("mallory")).isFalse();
        } finally {
            database.destroy();
        }
    }

    /** Delays its first action until another handler has handled a newer ban. */
    private static BanAction log(List<String> done, Runnable before) {
        return new BanAction() {
            @Override
            public void onBanned(String userId) {
                before.run();
                done.add("banned");
            }

            @Override
            public void onUnbanned(String userId) {
                before.run();
                done.add("unbanned");
            }
        };
    }
}
