package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.identity.HostileIdentities;
import com.ticketing.testsupport.identity.HostileIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests authentication through the gateway, with two replicas of every service. */
class IdentityIT {

    /** A route of each service that needs a signed-in user. */
    static final List<String> PROTECTED_ROUTES =
            List.of("/api/users/sessions", "/api/tickets/mine", "/api/orders", "/api/payments");

    private static final String ADMIN = "root@example.com";
    private static final String PASSWORD = "a long enough secret";

    /** Enough requests to reach both replicas of a service. */
    private static final int REPEATS = 8;

    @TempDir
    static @Nullable Path folder;

    private static @Nullable UpProcess started;

    @BeforeAll
    static void startTheSuite() {
        started = UpProcess.start(
                Objects.requireNonNull(folder).resolve("data"),
                Map.of("JWT_KEY", SignedIn.KEY, "AUTH_ADMIN_EMAIL", ADMIN, "AUTH_ADMIN_PASSWORD", PASSWORD),
                "--replicas",
                "2");
    }

    @AfterAll
    static void endTheSuite() {
        Objects.requireNonNull(started).close();
    }

    static Stream<HostileIdentity> identities() {
        return HostileIdentities.withKey(SignedIn.KEY);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void forgedIdentitiesAreRejected(HostileIdentity identity) {
        PROTECTED_ROUTES.forEach(route -> identity.assertRejectedBy(api(), "GET", route));
    }

    @ParameterizedTest
    @FieldSource("PROTECTED_ROUTES")
    void aValidTokenIsAccepted(String route) {
        api().as(SignedIn.as(SignedIn.newId(), "ann@example.com")).get(route).expect(200);
    }

    @Test
    void aBanTakesEffectOnEveryReplica(TestReporter reporter) {
        ApiResponse person = sign("up", "mallory@example.com").expect(201);
        Api banned = api().as(person.session());
        assertThat(statuses(banned)).containsOnly(200);
        Api admin = api().as(sign("in", ADMIN).expect(200).session());
        String path = "/api/users/" + person.json().path("id").asString();

        long start = System.nanoTime();
        admin.post(path + "/ban", Map.of("reason", "fraud")).expect(200);
        await().atMost(UpProcess.TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> statuses(banned).allMatch(status -> status == 403));
        reporter.publishEntry(
                "ban lag", Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, including the polling");

        admin.post(path + "/unban", null).expect(200);
        await().atMost(UpProcess.TIMEOUT).until(() -> statuses(banned).allMatch(status -> status == 401));
    }

    @Test
    void anEndedSessionIsRejectedOnEveryReplica(TestReporter reporter) {
        ApiResponse phone = sign("up", "ann@example.com").expect(201);
        ApiResponse laptop = sign("in", "ann@example.com").expect(200);
        Api onPhone = api().as(phone.session());
        Api onLaptop = api().as(laptop.session());
        assertThat(statuses(onPhone)).containsOnly(200);
        String phoneId = onLaptop.get("/api/users/sessions").json().values().stream()
                .map(session -> session.path("id").asString())
                .filter(phone.cookie("refresh").orElseThrow()::startsWith)
                .findFirst()
                .orElseThrow();

        long start = System.nanoTime();
        onLaptop.delete("/api/users/sessions/" + phoneId).expect(204);
        await().atMost(UpProcess.TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> statuses(onPhone).allMatch(status -> status == 401));
        reporter.publishEntry(
                "session lag", Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, including the polling");

        assertThat(statuses(onLaptop)).containsOnly(200);
    }

    @Test
    void aDeletedAccountIsRejectedOnEveryReplicaAndLeavesNothingPersonal(TestReporter reporter) throws IOException {
        String email = "erika.mustermann@example.com";
        String word = "erikas";
        ApiResponse person = sign("up", email).expect(201);
        Api erika = api().as(person.session());
        Api other = api().as(sign("up", "otto@example.com").expect(201).session());
        String unsold = list(erika, word + " concert");
        erika.put("/api/tickets/" + unsold + "/delivery", Map.of("kind", "code", "value", "code of " + email))
                .expect(204);
        String sold = list(erika, "Opera");
        buy(other, sold);
        String refunded = list(other, "Ballet");
        String order = buy(erika, refunded);
        assertThat(storedText()).contains(email, word);

        String held = hold(erika, list(other, "Musical"));
        // Until auth has applied the order's event, it would delete the account.
        await().atMost(UpProcess.TIMEOUT).until(() -> authHasHold(held));
        assertThat(delete(erika).expect(409).text()).contains("deletion-blocked", held);
        erika.delete("/api/orders/" + held).expect(204);
        String payment = other.get("/api/payments?sold=true").expect(200).json().values().stream()
                .filter(receipt -> receipt.path("orderId").asString().equals(order))
                .map(receipt -> receipt.path("id").asString())
                .findFirst()
                .orElseThrow();
        other.post("/api/payments/" + payment + "/refund", Map.of("relist", true))
                .expect(200);
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(statusOf(erika, order)).isEqualTo("refunded"));

        await().atMost(UpProcess.TIMEOUT).until(() -> delete(erika).status(), status -> status == 204);
        long start = System.nanoTime();
        await().atMost(UpProcess.TIMEOUT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> statuses(erika).allMatch(status -> status == 401));
        reporter.publishEntry(
                "deletion lag", Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, including the polling");

        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(storedText()).doesNotContain(email, word));
        assertThat(api().get("/api/tickets?q=" + word).expect(200).json()).isEmpty();
        assertThat(other.get("/api/payments").expect(200).json()).hasSize(1);
        ApiResponse again = sign("up", email).expect(201);
        assertThat(again.json().path("id")).isNotEqualTo(person.json().path("id"));
        assertThat(statuses(api().as(again.session()))).containsOnly(200);
    }

    private static String list(Api seller, String title) {
        return seller.post("/api/tickets", Map.of("title", title, "price", 20, "description", title))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String hold(Api buyer, String ticket) {
        return await().atMost(UpProcess.TIMEOUT)
                .until(() -> buyer.post("/api/orders", Map.of("ticketId", ticket)), placed -> placed.status() == 201)
                .json()
                .path("id")
                .asString();
    }

    /** Buys the ticket and returns the completed order. */
    private static String buy(Api buyer, String ticket) {
        String order = hold(buyer, ticket);
        await().atMost(UpProcess.TIMEOUT)
                .until(
                        () -> buyer.post("/api/payments", Map.of("token", "tok_visa", "orderId", order))
                                .status(),
                        status -> status == 201);
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(statusOf(buyer, order)).isEqualTo("complete"));
        return order;
    }

    private static String statusOf(Api buyer, String order) {
        return buyer.get("/api/orders/" + order)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }

    private static ApiResponse delete(Api person) {
        return person.send("DELETE", "/api/users/me", Map.of("password", PASSWORD));
    }

    /** Returns all documents of all databases as text. */
    private static String storedText() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String service : Files.readAllLines(UpProcess.CHECKOUT.resolve("services"))) {
            text.append(in(service, IdentityIT::textOf));
        }
        return text.toString();
    }

    private static String textOf(MongoDatabase database) {
        StringBuilder text = new StringBuilder();
        for (String collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document -> text.append(document.toJson()).append('\n'));
        }
        return text.toString();
    }

    private static boolean authHasHold(String order) {
        Bson hold = Filters.and(Filters.eq("_id", order), Filters.exists("heldUntil"));
        return in("auth", database -> database.getCollection("openOrders").countDocuments(hold)) == 1;
    }

    private static <T> T in(String service, Function<MongoDatabase, T> action) {
        ConnectionString address =
                new ConnectionString(Objects.requireNonNull(started).suite().database(service));
        try (MongoClient client = MongoClients.create(address)) {
            return action.apply(client.getDatabase(Objects.requireNonNull(address.getDatabase())));
        }
    }

    private static Stream<Integer> statuses(Api person) {
        return PROTECTED_ROUTES.stream()
                .flatMap(route -> IntStream.range(0, REPEATS)
                        .mapToObj(repeat -> person.get(route).status()));
    }

    private static ApiResponse sign(String inOrUp, String email) {
        return api().post("/api/users/sign" + inOrUp, Map.of("email", email, "password", PASSWORD));
    }

    private static Api api() {
        return Objects.requireNonNull(started).api();
    }
}
