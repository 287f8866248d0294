package com.ticketing.auth.admin;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.servers.CacheFolder;
import com.ticketing.testsupport.servers.NatsStreamingServer;
import java.nio.file.Path;
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

    @SuppressWarnings("NullAway.Init") // started before the context, since that needs its address
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
    void holdsForRefreshAndSignInAtOnceAndArrivesEverywhereLater() {
        String email = newEmail();
        ApiResponse person = signUp(api, email).expect(201);
        String id = person.json().path("id").asString();
        Api admin = api.as(signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).session());
        await().until(publisher::isConnected);
        broker.kill();
        await().until(() -> !publisher.isConnected());

        admin.post("/api/users/" + id + "/ban", null).expect(200);

        String refresh = "refresh=" + person.cookie("refresh").orElseThrow();
        assertThat(api.as(refresh).post("/api/users/refresh", null).expect(403).messages())
                .containsExactly("Account banned");
        signIn(api, email, PASSWORD).expect(403);
        // what was heard before the broker went away is all that is known of tokens
        api.as(person.session()).get("/api/users/sessions").expect(200);

        broker.restart();

        await().untilAsserted(() ->
                api.as(person.session()).get("/api/users/sessions").expect(403));
    }

    @Test
    void endsAnAdminsPowersAtOnce() {
        Api admin = api.as(signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).session());
        String id = signUp(api, newEmail()).json().path("id").asString();
        String other = SignedIn.as(id, "other@example.com", "admin");
        api.as(other).get("/api/users").expect(200);

        admin.post("/api/users/" + id + "/ban", null).expect(200);

        assertThat(api.as(other).get("/api/users").expect(403).messages()).containsExactly("Account banned");
    }
}
