package com.ticketing.common.bans;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.sample.BanLog;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BansIT {

    private static final Map<String, Object> LISTING = Map.of("title", "Concert", "price", 20);

    @TempDir
    Path store;

    NatsStreamingServer broker;
    String database;
    String mallory = SignedIn.newId();

    @BeforeEach
    void startBroker() {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        database = TestServers.newMongoUri();
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void aBanAndAnUnbanTakeEffectInEveryProcess() throws Exception {
        try (SampleProcess one = start();
                SampleProcess other = start();
                Channels channels = channels()) {
            await().until(() -> one.isConnected() && other.isConnected());
            one.api().as(token(mallory)).post("/api/listings", LISTING).expect(200);

            channels.publish(new UserBanned(mallory, 1, Instant.now()));

            await().untilAsserted(() -> assertDenied(one));
            await().untilAsserted(() -> assertDenied(other));
            assertThat(one.api()
                            .as(token(mallory))
                            .get("/api/listings/caller")
                            .json()
                            .path("id")
                            .asString())
                    .isEqualTo("nobody");
            assertThat(list(one, SignedIn.newId()).status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(actions(one, other)).containsExactly("banned " + mallory));

            channels.publish(new UserUnbanned(mallory, 2, Instant.now()));

            await().untilAsserted(() -> {
                assertThat(list(one, mallory).status()).isEqualTo(200);
                assertThat(list(other, mallory).status()).isEqualTo(200);
                assertThat(actions(one, other)).containsExactly("banned " + mallory, "unbanned " + mallory);
            });
        }
    }

    @Test
    void aDeletionMakesTokensAnonymousInEveryProcessAndIsFinal() throws Exception {
        try (SampleProcess one = start();
                SampleProcess other = start();
                Channels channels = channels()) {
            await().until(() -> one.isConnected() && other.isConnected());
            channels.publish(new UserBanned(mallory, 1, Instant.now()));
            await().untilAsserted(() -> assertThat(actions(one, other)).containsExactly("banned " + mallory));

            channels.publish(new UserDeleted(mallory, 3, Instant.now()));

            await().untilAsserted(() -> {
                assertThat(list(one, mallory).status()).isEqualTo(401);
                assertThat(list(other, mallory).status()).isEqualTo(401);
                assertThat(actions(one, other)).contains("deleted " + mallory);
            });

            channels.publish(new UserUnbanned(mallory, 4, Instant.now()));
            channels.publish(new UserUnbanned("last", 1, Instant.now()));
            await().untilAsserted(() -> assertThat(actions(one, other)).contains("unbanned last"));

            assertThat(actions(one, other)).doesNotContain("unbanned " + mallory);
            assertThat(list(one, mallory).status()).isEqualTo(401);
            assertThat(list(other, mallory).status()).isEqualTo(401);
            assertThat(one.context().getBean(Bans.class).isDeleted(mallory)).isTrue();
        }
    }

    @Test
    void aProcessThatStartsWithoutTheBrokerLoadsTheBansFromItsDatabase() throws Exception {
        try (SampleProcess early = start();
                Channels channels = channels()) {
            channels.publish(new UserBanned(mallory, 1, Instant.now()));
            await().untilAsserted(() -> assertDenied(early));
            await().until(() -> early.context().getBean(Bans.class).isBanned(mallory));
        }
        broker.kill();
        try (SampleProcess late = start()) {
            assertThat(late.isConnected()).isFalse();
            assertDenied(late);
        }
    }

    @Test
    void aProcessThatStartedWithoutTheBrokerReceivesBansAfterItConnects() throws Exception {
        try (Channels channels = channels()) {
            channels.publish(new UserUnbanned(mallory, 2, Instant.now()));
            channels.publish(new UserBanned(mallory, 3, Instant.now()));
        }
        broker.kill();
        try (SampleProcess process = start()) {
            assertThat(list(process, mallory).status()).isEqualTo(200);

            broker.restart();

            await().untilAsserted(() -> assertDenied(process));
            await().untilAsserted(() -> assertThat(actions(process)).last().isEqualTo("banned " + mallory));
        }
    }

    @Test
    void anOutdatedBanRunsNoActionsForIt() throws Exception {
        try (SampleProcess process = start();
                Channels channels = channels()) {
            channels.publish(new UserUnbanned(mallory, 2, Instant.now()));
            await().untilAsserted(() -> assertThat(actions(process)).containsExactly("unbanned " + mallory));

            channels.publish(new UserBanned(mallory, 1, Instant.now()));
            channels.publish(new UserBanned("last", 1, Instant.now()));

            await().untilAsserted(() -> assertThat(actions(process)).contains("unbanned " + mallory, "banned last"));
            assertThat(actions(process)).doesNotContain("banned " + mallory);
            assertThat(list(process, mallory).status()).isEqualTo(200);
        }
    }

    private static void assertDenied(String person, SampleProcess process) {
        ApiResponse answer = list(process, person);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.messages()).containsExactly("Account banned");
    }

    private void assertDenied(SampleProcess process) {
        assertDenied(mallory, process);
    }

    private static ApiResponse list(SampleProcess process, String person) {
        return process.api().as(token(person)).post("/api/listings", LISTING);
    }

    private static String token(String person) {
        return SignedIn.as(person, "mallory@example.com");
    }

    private static List<String> actions(SampleProcess... processes) {
        return List.of(processes).stream()
                .flatMap(process -> process.context().getBean(BanLog.class).entries().stream())
                .toList();
    }

    private Channels channels() throws Exception {
        return Channels.open(broker.url(), broker.clusterId(), "");
    }

    private SampleProcess start() {
        return SampleProcess.start(
                "spring.application.name=sample",
                "spring.mongodb.uri=" + database,
                "nats.url=" + broker.url(),
                "nats.cluster-id=" + broker.clusterId(),
                // long enough to avoid redelivery on a busy machine
                "messaging.ack-wait=PT10M");
    }
}
