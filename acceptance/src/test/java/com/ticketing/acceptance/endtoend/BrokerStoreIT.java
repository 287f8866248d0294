package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.acceptance.chaos.SuiteProcesses;
import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.republish.Republication;
import com.ticketing.devservers.DiskLimit;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.settings.FileTrees;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite after its broker has lost its store, or has filled its disk. */
class BrokerStoreIT {

    private static final List<String> CONSUMERS_OF_ORDERS = List.of("tickets", "payments", "expiration");

    private static final Map<String, String> SETTINGS = Map.of("JWT_KEY", SignedIn.KEY);

    private static final Map<String, String> SHORT_HOLDS =
            Map.of("JWT_KEY", SignedIn.KEY, "ORDERS_HOLD", "PT5S", "ORDERS_GRACE", "PT2S");

    @TempDir
    Path folder;

    @Test
    void everyInvariantHoldsAfterTheStoreWasDeletedAndTheStatePublishedAgain() throws Exception {
        Path data = folder.resolve("data");
        LostEvents lost;
        try (UpProcess up = UpProcess.start(data, SETTINGS)) {
            Api seller = user(up);
            List<String> tickets = createTickets(seller, 5);
            lost = new LostEvents(up);
            checker(up).awaitQuiet(UpProcess.TIMEOUT);
            // The broker has events for services that will not receive them any more.
            pause(up, CONSUMERS_OF_ORDERS);
            tickets.forEach(ticket -> order(up, ticket));
            lost.occur(up);
            awaitPublished(up);
        }
        FileTrees.delete(data.resolve("nats"));

        try (UpProcess up = UpProcess.start(data, SHORT_HOLDS)) {
            Checker checker = checker(up).afterStoreLoss();
            assertThat(checker.check(Duration.ZERO)).as("before").anyMatch(finding -> !finding.holds());
            lost.assertUnknownToOtherServices(up);
            lost.assertAPaymentIsRefunded(up);
            Republication republication = Republication.of(data, null);

            republication.begin(UpProcess.TIMEOUT);
            republication.awaitFinished(UpProcess.TIMEOUT);

            assertThat(checker.check(UpProcess.TIMEOUT)).allMatch(Finding::holds);
            lost.assertApplied(up);
            assertThatAHoldEndsWithoutItsEvent(up, data);
            republication.begin(UpProcess.TIMEOUT);
            republication.awaitFinished(UpProcess.TIMEOUT);
            assertThat(checker.check(UpProcess.TIMEOUT))
                    .as("after a second republication, most of which changes nothing")
                    .allMatch(Finding::holds);
            await("the notice of the loss")
                    .atMost(UpProcess.TIMEOUT)
                    .until(() -> metrics(up)
                            .anyMatch(line -> line.matches("messaging_store_replacements_total\\{.*} [1-9].*")));
        }
    }

    @Test
    void everyInvariantHoldsAfterTheDiskWasFull() throws Exception {
        Path data = folder.resolve("data");
        try (UpProcess up = UpProcess.start(data, SETTINGS)) {
            Api seller = user(up);
            createTickets(seller, 20).forEach(ticket -> order(up, ticket));
            checker(up).awaitQuiet(UpProcess.TIMEOUT);
            long broker = up.processNamed("nats").pid();

            DiskLimit.apply(broker, data.resolve("nats"));
            // One channel's file after another reaches the limit.
            await("the end of the broker").atMost(UpProcess.TIMEOUT).until(() -> {
                createTickets(seller, 1);
                return ProcessHandle.of(broker).isEmpty();
            });
            // ./up starts the broker again. Until then, neither its monitoring nor its clients' port answers.
            await("the next broker")
                    .atMost(UpProcess.TIMEOUT)
                    .ignoreExceptionsMatching(BrokerStoreIT::isConnectionFailure)
                    .untilAsserted(() ->
                            assertThat(checker(up).check(UpProcess.TIMEOUT)).allMatch(Finding::holds));
        }
    }

    private static Stream<String> metrics(UpProcess up) {
        String management = Objects.requireNonNull(up.processNamed("orders").management());
        return new Api(management)
                .get("/actuator/prometheus")
                .expect(200)
                .text()
                .lines();
    }

    private static boolean isConnectionFailure(Throwable failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof IOException
                || failure instanceof TimeoutException;
    }

    /** The store is lost again, while the suite runs. */
    private static void assertThatAHoldEndsWithoutItsEvent(UpProcess up, Path data) throws Exception {
        pause(up, List.of("expiration"));
        Purchase purchase = Purchase.place(user(up), user(up), "Not paid");
        awaitPublished(up);

        assertThat(new SuiteProcesses(data).loseStore()).isTrue();

        purchase.repeatUntil(() -> purchase.status().equals("cancelled"));
        // A paused process continues with the event if it was sent before the loss.
        UpProcess.signal("KILL", up.processNamed("expiration").pid());
    }

    private static void pause(UpProcess up, List<String> services) {
        up.suite().services().stream()
                .filter(process -> services.contains(process.service()))
                .map(RunningProcess::pid)
                .forEach(pid -> UpProcess.signal("STOP", pid));
    }

    private static void awaitPublished(UpProcess up) {
        await("empty outboxes")
                .atMost(UpProcess.TIMEOUT)
                .until(() -> checker(up).check(Duration.ZERO).stream()
                        .filter(finding -> finding.invariant().startsWith("5 "))
                        .allMatch(Finding::holds));
    }

    private static Checker checker(UpProcess up) {
        return new Checker(up.suite(), StripeStandInClient.KEY, Clock.systemUTC());
    }

    private static void order(UpProcess up, String ticket) {
        await().atMost(UpProcess.TIMEOUT)
                .until(() ->
                        user(up).post("/api/orders", Map.of("ticketId", ticket)).status() == 201);
    }

    private static List<String> createTickets(Api seller, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> seller.post("/api/tickets", Map.of("title", "Show " + number, "price", "20.00"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString())
                .toList();
    }

    private static Api user(UpProcess up) {
        return up.api().as(SignedIn.as(SignedIn.newId(), "user@example.com"));
    }
}
