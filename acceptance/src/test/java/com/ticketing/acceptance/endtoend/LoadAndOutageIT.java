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
import com.ticketing.host.process.Deadline;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tests a rush, lost replicas and a broker outage, with two replicas of every service. */
class LoadAndOutageIT {

    private static final int BUYERS = 1_000;
    private static final int TICKETS = 100;
    private static final int ROUNDS = 25;
    private static final int BUYERS_OF_ONE = 200;
    private static final Duration BROKER_OUTAGE = Duration.ofSeconds(Integer.getInteger("broker.outage.seconds", 20));

    private static final String MANAGEMENT_TOKEN = "the management token of these tests";

    @TempDir
    static @Nullable Path folder;

    private static @Nullable UpProcess started;

    @BeforeAll
    static void startSuite() {
        started = UpProcess.start(
                data(), Map.of("JWT_KEY", SignedIn.KEY, "MANAGEMENT_TOKEN", MANAGEMENT_TOKEN), "--replicas", "2");
    }

    @AfterAll
    static void stopSuite() {
        up().close();
    }

    @Test
    void everyTicketOfARushIsSoldOnce() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        Finding sale = rush().sale(BUYERS, TICKETS, seed);
        assertThat(sale.violations()).as("seed %d", seed).isEmpty();
        assertThat(sale.checked()).isEqualTo(BUYERS);
        assertEveryInvariant();
    }

    @Test
    void oneOfManySimultaneousBuyersGetsTheTicket() throws Exception {
        Finding race = rush().race(BUYERS_OF_ONE, ROUNDS);
        assertThat(race.violations()).isEmpty();
        assertThat(race.checked()).isEqualTo((long) BUYERS_OF_ONE * ROUNDS);
        assertEveryInvariant();
    }

    @Test
    void simultaneousEditsAndOrdersAgreeOnThePrice() throws Exception {
        Finding edits = rush().edits(ROUNDS);
        assertThat(edits.violations()).isEmpty();
        assertThat(edits.checked()).isEqualTo(ROUNDS);
        assertEveryInvariant();
    }

    @Test
    void lostReplicasAreRebuiltByReplay() throws Exception {
        assertThat(rush().sale(100, 20, 1).violations()).isEmpty();
        assertEveryInvariant();
        in("orders", database -> database.getCollection("tickets").deleteMany(new Document()));
        in("payments", database -> {
            var payments = database.getCollection("payments");
            payments.deleteMany(Filters.exists("charge", false));
            // A charge is payments' own data and stays; the replica of its order becomes an outdated one.
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
    void salesContinueDuringABrokerOutageAndEventsArePublishedAfterIt(TestReporter reporter) throws Exception {
        Api seller = user();
        List<String> before = List.of(createTicket(seller), createTicket(seller), createTicket(seller));
        checker().awaitQuiet(UpProcess.TIMEOUT);
        long broker = up().processNamed("nats").pid();
        UpProcess.signal("STOP", broker);
        AtomicInteger created = new AtomicInteger();
        try {
            Deadline end = Deadline.in(BROKER_OUTAGE);
            before.forEach(ticket ->
                    user().post("/api/orders", Map.of("ticketId", ticket)).expect(201));
            await().atMost(UpProcess.TIMEOUT).until(LoadAndOutageIT::everyServiceIsDegraded);
            // Limit the rate: the embedded database scans every document.
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(BROKER_OUTAGE.plus(UpProcess.TIMEOUT))
                    .until(() -> {
                        // A seller may create only a limited number per hour.
                        createTicket(user());
                        return created.incrementAndGet() >= 50 && end.isOver();
                    });
            assertThat(ticketsWithUnpublishedEvents()).isPositive();
        } finally {
            UpProcess.signal("CONT", broker);
        }
        long start = System.nanoTime();
        await().atMost(UpProcess.TIMEOUT).until(() -> ticketsWithUnpublishedEvents() == 0);
        String figures = String.format(
                Locale.ROOT,
                "broker outage of at least %d s, %d tickets created during it, published %.1f s after its end",
                BROKER_OUTAGE.toSeconds(),
                created.get(),
                (System.nanoTime() - start) / 1e9);
        System.out.println(figures);
        reporter.publishEntry("broker outage", figures);
        assertEveryInvariant();
    }

    private static void assertEveryInvariant() throws Exception {
        assertThat(checker().check(UpProcess.TIMEOUT)).hasSize(9).allMatch(Finding::holds);
    }

    private static String createTicket(Api seller) {
        return seller.post("/api/tickets", Map.of("title", "Under pressure", "price", 10))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static long ticketsWithUnpublishedEvents() {
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

    /** Waits until the lost channel, and all others with messages, have been replayed. */
    private static void replay(String service, String lost) {
        Api management = new Api(managements(service).findFirst().orElseThrow())
                .with("Authorization", "Bearer " + MANAGEMENT_TOKEN);
        management.post("/actuator/replay", null).expect(200);
        await().atMost(UpProcess.TIMEOUT).untilAsserted(() -> {
            JsonNode channels =
                    management.get("/actuator/replay").expect(200).json().path("channels");
            assertThat(channels)
                    .filteredOn(channel -> channel.path("channel").asString().equals(lost))
                    .singleElement()
                    .extracting(channel -> channel.path("state").asString())
                    .isEqualTo("DONE");
            // A sale may have no refund and no ban.
            assertThat(channels)
                    .extracting(channel -> channel.path("state").asString())
                    .containsOnly("DONE", "EMPTY");
        });
    }

    /** Returns the management addresses of a service's replicas, or of all with an empty name. */
    private static Stream<String> managements(String service) {
        List<RunningProcess> replicas =
                service.isEmpty() ? up().suite().services() : up().suite().replicas(service);
        return replicas.stream().map(process -> Objects.requireNonNull(process.management()));
    }

    private static <T> T in(String service, Function<MongoDatabase, T> action) {
        ConnectionString address = new ConnectionString(up().suite().database(service));
        try (MongoClient client = MongoClients.create(address)) {
            return action.apply(client.getDatabase(Objects.requireNonNull(address.getDatabase())));
        }
    }

    private static Rush rush() {
        return new Rush(up().url(), SignedIn.KEY, checker(), System.out::println);
    }

    private static Checker checker() {
        return new Checker(up().suite(), StripeStandInClient.KEY, Clock.systemUTC());
    }

    private static Api user() {
        return up().api().as(SignedIn.as(SignedIn.newId(), "user@example.com"));
    }

    private static UpProcess up() {
        return Objects.requireNonNull(started);
    }

    private static Path data() {
        return Objects.requireNonNull(folder).resolve("data");
    }
}
