package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.rush.Rush;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the suite on the server that {@code TEST_MONGODB_URI} names. Without it, this class has no tests. */
class GivenServersIT {

    private static final int BUYERS_OF_ONE = 8;
    private static final int ROUNDS = 25;
    private static final int BUYERS = 200;
    private static final int TICKETS = 40;

    @TempDir
    static @Nullable Path folder;

    @TestFactory
    Stream<DynamicTest> theSuiteSellsEachTicketOnceOn() {
        return Stream.ofNullable(System.getenv("TEST_MONGODB_URI"))
                .filter(uri -> !uri.isBlank())
                .map(uri -> dynamicTest("the given MongoDB", () -> withoutDatabases(uri, GivenServersIT::sell)));
    }

    private static void sell(String uri) throws Exception {
        Path data = Objects.requireNonNull(folder).resolve("data");
        try (UpProcess up = UpProcess.start(data, Map.of("JWT_KEY", SignedIn.KEY), "--mongo", uri)) {
            Checker checker = new Checker(up.suite(), StripeStandInClient.KEY, Clock.systemUTC());
            Rush rush = new Rush(up.url(), SignedIn.KEY, checker, System.out::println);
            long seed = ThreadLocalRandom.current().nextLong(1_000_000);

            Finding race = rush.race(BUYERS_OF_ONE, ROUNDS);
            Finding sale = rush.sale(BUYERS, TICKETS, seed);

            assertThat(race.violations()).isEmpty();
            assertThat(race.checked()).isEqualTo((long) BUYERS_OF_ONE * ROUNDS);
            assertThat(sale.violations()).as("seed %d", seed).isEmpty();
            assertThat(sale.checked()).isEqualTo(BUYERS);
            assertThat(checker.check(UpProcess.TIMEOUT)).isNotEmpty().allMatch(Finding::holds);
        }
    }

    private interface SuiteTest {
        void run(String uri) throws Exception;
    }

    /** The suite names its databases after its services. Databases that exist already are not this test's to drop. */
    private static void withoutDatabases(String uri, SuiteTest test) throws Exception {
        List<String> services = Files.readAllLines(UpProcess.CHECKOUT.resolve("services"));
        try (MongoClient client = MongoClients.create(uri)) {
            assertThat(client.listDatabaseNames()).doesNotContainAnyElementsOf(services);
            try {
                test.run(uri);
            } finally {
                services.forEach(service -> client.getDatabase(service).drop());
            }
        }
    }
}
