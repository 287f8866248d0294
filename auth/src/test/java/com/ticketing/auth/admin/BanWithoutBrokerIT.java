package com.ticketing.auth.admin;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@AdminTest
@DirtiesContext
class BanWithoutBrokerIT {

    @TempDir
    static Path store;

    @SuppressWarnings("NullAway.Init") // started before the application context, which needs its address
    static NatsStreamingServer broker;

    @Autowired
    private Api api;

    @Autowired
    private EventPublisher publisher;

    @DynamicPropertySource
    static void startBroker(DynamicPropertyRegistry registry) {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        registry.add("nats.url", broker::url);
        registry.add("nats.cluster-id", broker::clusterId);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void rejectsRefreshAndSignInAtOnceAndTokensOnceTheBrokerIsBack() {
        String email = newEmail();
        ApiResponse user = signUp(api, email).expect(201);
        String id = user.json().path("id").asString();
        Api admin = api.as(signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).session());
        await().until(publisher::isConnected);
        broker.kill();
        await().until(() -> !publisher.isConnected());

        admin.post("/api/users/" + id + "/ban", null).expect(200);

        assertThat(refresh(api, user).expect(403).codes()).containsExactly("account-banned");
        signIn(api, email, PASSWORD).expect(403);
        // the deny list of access tokens is updated by the event, which cannot be delivered yet
        api.as(user.session()).get("/api/users/sessions").expect(200);

        broker.restart();

        await().untilAsserted(
                        () -> api.as(user.session()).get("/api/users/sessions").expect(403));
    }

    @Test
    void rejectsABannedAdminAtOnce() {
        Api admin = api.as(signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).session());
        String id = signUp(api, newEmail()).json().path("id").asString();
        String other = SignedIn.as(id, "other@example.com", "admin");
        api.as(other).get("/api/users").expect(200);

        admin.post("/api/users/" + id + "/ban", null).expect(200);

        assertThat(api.as(other).get("/api/users").expect(403).codes()).containsExactly("account-banned");
    }

    @Test
    void rejectsADeletedAdminAtOnce() {
        ApiResponse user = signUp(api, newEmail()).expect(201);
        Api deleted = api.as(SignedIn.as(user.json().path("id").asString(), "other@example.com", "admin"));
        deleted.get("/api/users").expect(200);
        await().until(publisher::isConnected);
        broker.kill();
        await().until(() -> !publisher.isConnected());

        api.as(cookies(user))
                .send("DELETE", "/api/users/me", Map.of("password", PASSWORD))
                .expect(204);

        ApiResponse rejected = deleted.get("/api/users");
        broker.restart();
        assertThat(rejected.expect(401).codes()).containsExactly("not-authorized");
    }
}
