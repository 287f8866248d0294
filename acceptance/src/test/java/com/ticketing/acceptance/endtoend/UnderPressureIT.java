package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.rush.Rush;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rushes, lost copies and a silent broker, on two replicas of every service; {@code ./rush} is the large version. */
class UnderPressureIT {

    private static final int BUYERS = 1_000;
    private static final int TICKETS = 100;
    private static final int ROUNDS = 25;
    private static final int BUYERS_OF_ONE = 200;
    private static final Duration BROKER_AWAY = Duration.ofSeconds(Integer.getInteger("broker.away.seconds", 20));

    /** The stand-in for Stripe takes any. */
    private static final String STRIPE_KEY = "sk_test_local_stand_in";

    private static final String OPERATOR = "a token for the operators of these tests";

    @TempDir
    static @Nullable Path folder;

    private static @Nullable RunningSuite started;

    @BeforeAll
    static void startTheSuite() {
        started = RunningSuite.start(
                data(), Map.of("JWT_KEY", SignedIn.KEY, "MANAGEMENT_TOKEN", OPERATOR), "--replicas", "2");
    }

    @AfterAll
    static void endTheSuite() {
        suite().close();
    }

    @Test
    void moreBuyersThanTickets() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        Finding sale = rush().sale(BUYERS, TICKETS, seed);
        assertThat(sale.violations()).as("seed %d", seed).isEmpty();
        assertThat(sale.counted()).isEqualTo(BUYERS);
        assertEveryInvariant();
    }

    @Test
    void manyBuyersOfOneTicketAtTheSameInstant() throws Exception {
        Finding race = rush().race(BUYERS_OF_ONE, ROUNDS);
        assertThat(race.violations()).isEmpty();
        assertThat(race.counted()).isEqualTo((long) BUYERS_OF_ONE * ROUNDS);
        assertEveryInvariant();
    }

    @Test
    void editsAndOrdersAtTheSameInstant() throws Exception {
        Finding edits = rush().edits(ROUNDS);
        assertThat(edits.violations()).isEmpty();
        assertThat(edits.counted()).isEqualTo(ROUNDS);
        assertEveryInvariant();
    }

    @Test
    void copiesThatWereLostAreReadAgainFromTheChannels() throws Exception {
        assertThat(rush().sale(100, 20, 1).violations()).isEmpty();
        assertEveryInvariant();
        in("orders", database -> database.getCollection("tickets").deleteMany(new Document()));
        in("payments", database -> {
            var payments = database.getCollection("payments");
            payments.deleteMany(Filters.exists("charge", false));
            // what was paid is payments' own; of the order it knows what an older copy of the database would
            return payments.updateMany(
                    new Document(),
                    Updates.combine(Updates.set("order.version", -1L), Updates.set("order.status", "CREATED")));
        });
        assertThat(checker().check(Duration.ZERO)).anyMatch(finding -> !finding.holds());

        replay("orders", "ticket:created");
        replay("payments", "order:created");

        assertEveryInvariant();
    }

    @Test
    void salesGoOnWhileTheBrokerIsAwayAndEverythingFlowsOnceItIsBack(TestReporter reporter) throws Exception {
        Api seller = person();
        List<String> before = List.of(list(seller), list(seller), list(seller));
        checker().awaitQuiet(RunningSuite.EVENTUALLY);
        long broker = suite().pidOf("nats");
        RunningSuite.send("STOP", broker);
        AtomicInteger written = new AtomicInteger();
        try {
            Instant end = Instant.now().plus(BROKER_AWAY);
            before.forEach(ticket ->
                    person().post("/api/orders", Map.of("ticketId", ticket)).expect(201));
            await().atMost(RunningSuite.EVENTUALLY).until(UnderPressureIT::everyServiceIsDegraded);
            // people do not list as fast as a machine can, and the embedded database looks at every document
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(BROKER_AWAY.plus(RunningSuite.EVENTUALLY))
                    .until(() -> {
                        list(seller);
                        return written.incrementAndGet() >= 50 && Instant.now().isAfter(end);
                    });
            assertThat(waitingInTheOutboxOfTickets()).isPositive();
        } finally {
            RunningSuite.send("CONT", broker);
        }
        long start = System.nanoTime();
        await().atMost(RunningSuite.EVENTUALLY).until(() -> waitingInTheOutboxOfTickets() == 0);
        String figures = String.format(
                Locale.ROOT,
                "broker away for %d s and more, %d listings written meanwhile, told %.1f s after its return",
                BROKER_AWAY.toSeconds(),
                written.get(),
                (System.nanoTime() - start) / 1e9);
        System.out.println(figures);
        reporter.publishEntry("broker away", figures);
        assertEveryInvariant();
    }

    private static void assertEveryInvariant() throws Exception {
        assertThat(checker().check(RunningSuite.EVENTUALLY)).hasSize(9).allMatch(Finding::holds);
    }

    private static String list(Api seller) {
        return seller.post("/api/tickets", Map.of("title", "Under pressure", "price", 10))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static long waitingInTheOutboxOfTickets() {
        return in("tickets", database -> database.getCollection("tickets").countDocuments(Filters.exists("outbox.0")));
    }

    private static boolean everyServiceIsDegraded() {
        return managements("")
                .allMatch(management -> new Api(management)
                        .get("/actuator/health")
                        .expect(200)
                        .json()
                        .path("status")
                        .asString()
                        .equals("DEGRADED"));
    }

    /** Returns once the channel whose events were lost, and all others that hold any, are read again. */
    private static void replay(String service, String lost) {
        Api operator =
                new Api(managements(service).findFirst().orElseThrow()).with("Authorization", "Bearer " + OPERATOR);
        operator.post("/actuator/replay", null).expect(200);
        await().atMost(RunningSuite.EVENTUALLY).untilAsserted(() -> {
            JsonNode channels =
                    operator.get("/actuator/replay").expect(200).json().path("channels");
            assertThat(channels)
                    .filteredOn(channel -> channel.path("channel").asString().equals(lost))
                    .singleElement()
                    .extracting(channel -> channel.path("state").asString())
                    .isEqualTo("DONE");
            // not every sale has a refund or a ban
            assertThat(channels)
                    .extracting(channel -> channel.path("state").asString())
                    .containsOnly("DONE", "EMPTY");
        });
    }

    /** The management addresses of the service's processes, or of all services. */
    private static Stream<String> managements(String service) {
        return StreamSupport.stream(suite().running().path("processes").spliterator(), false)
                .filter(process ->
                        process.path("service").asString("").startsWith(service) && process.has("management"))
                .map(process -> process.path("management").asString());
    }

    private static <T> T in(String service, Function<MongoDatabase, T> action) {
        JsonNode uri = suite().running().path("mongo").path(service);
        ConnectionString address = new ConnectionString(uri.asString());
        try (MongoClient client = MongoClients.create(address)) {
            return action.apply(client.getDatabase(Objects.requireNonNull(address.getDatabase())));
        }
    }

    private static Rush rush() {
        return new Rush(suite().url(), SignedIn.KEY, checker(), System.out::println);
    }

    private static Checker checker() {
        return new Checker(com.ticketing.acceptance.invariants.RunningSuite.on(data()), STRIPE_KEY);
    }

    private static Api person() {
        return suite().api().as(SignedIn.as(SignedIn.newId(), "somebody@example.com"));
    }

    private static RunningSuite suite() {
        return Objects.requireNonNull(started);
    }

    private static Path data() {
        return Objects.requireNonNull(folder).resolve("data");
    }
}
