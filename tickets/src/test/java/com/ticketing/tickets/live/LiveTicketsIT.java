package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.UserBanned;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.tickets.ServiceProcess;
import com.ticketing.tickets.live.SseClient.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes of the service and their clients. */
class LiveTicketsIT {

    private static final int MAX_STREAMS = 4;

    private static final ServiceProcess.Shared SHARED = ServiceProcess.Shared.create();

    @SuppressWarnings("NullAway.Init")
    static ServiceProcess one;

    @SuppressWarnings("NullAway.Init")
    static ServiceProcess other;

    private final String seller = SignedIn.newId();

    @BeforeAll
    static void start() {
        one = startProcess();
        other = startProcess();
    }

    private static ServiceProcess startProcess(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--tickets.live.heartbeat=PT0.2S");
        return ServiceProcess.start(SHARED, all.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void sendsEveryChangeToTheClientsOfEveryProcessAsTheTicketRouteReturnsIt() throws Exception {
        try (SseClient here = SseClient.open(one.url());
                SseClient there = SseClient.open(other.url())) {
            String ticket = createTicket("Concert", "20.00");
            // on two channels, so the second change could overtake the first one
            awaitVersions(here, ticket, 0);
            awaitVersions(there, ticket, 0);
            assertThat(here.of(ticket).getFirst().data())
                    .isEqualTo(one.api().get("/api/tickets/" + ticket).json());
            edit(ticket, "Front row", "19.99");

            List.of(here, there).forEach(stream -> {
                awaitVersions(stream, ticket, 0, 1);
                Event changed = stream.of(ticket).getLast();
                assertThat(changed.name()).isEqualTo("ticket");
                assertThat(changed.data())
                        .isEqualTo(one.api().get("/api/tickets/" + ticket).json());
            });
        }
    }

    @Test
    void sendsAChangeWhenATicketIsHeld() throws Exception {
        String ticket = createTicket("Held", "20");
        try (SseClient stream = SseClient.open(other.url())) {
            String order = SignedIn.newId();
            one.publish(new OrderCreated(
                    order,
                    0,
                    OrderStatus.CREATED,
                    SignedIn.newId(),
                    Instant.parse("2030-01-01T12:00:00Z"),
                    new OrderCreated.Ticket(ticket, BigDecimal.TEN, null)));

            await().until(() -> stream.of(ticket).stream()
                    .anyMatch(event -> event.data().path("orderId").asString("").equals(order)));
        }
    }

    @Test
    void resumesOnAnotherProcessWithoutMissingAChange() throws Exception {
        String ticket;
        String reached;
        try (SseClient before = SseClient.open(one.url())) {
            ticket = createTicket("Concert", "20");
            awaitVersions(before, ticket, 0);
            reached = before.lastId();
        }
        edit(ticket, "First", "21");
        edit(ticket, "Second", "22");
        edit(ticket, "Third", "23");
        try (SseClient unaware = SseClient.open(other.url())) {
            edit(ticket, "Fourth", "24");
            await().until(() -> unaware.of(ticket).stream().anyMatch(event -> event.version() == 4));
        }

        try (SseClient after = SseClient.open(other.url(), reached)) {
            awaitVersions(after, ticket, 1, 2, 3, 4);
            edit(ticket, "Fifth", "25");
            awaitVersions(after, ticket, 1, 2, 3, 4, 5);
            assertThat(after.events()).noneMatch(event -> event.name().equals("reset"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-999999999999", "999999999999-1"})
    void sendsAResetToAClientThatCannotResume(String reached) throws Exception {
        String ticket = createTicket("Concert", "20");
        try (SseClient stream = SseClient.open(one.url(), reached)) {
            await().untilAsserted(() -> assertThat(stream.events()).isNotEmpty());
            assertThat(stream.events().getFirst().name()).isEqualTo("reset");
            assertThat(StreamPosition.parse(stream.events().getFirst().id())).isPresent();

            edit(ticket, "Front row", "20");
            await().untilAsserted(() -> assertThat(stream.of(ticket)).isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-1--1", "{\"$gt\":0}", "99999999999999999999-0", "0-0-0", "<script>alert(1)</script>"})
    void ignoresAnInvalidLastEventId(String id) throws Exception {
        try (SseClient stream = SseClient.open(one.url(), id)) {
            String ticket = createTicket("Concert", "20");
            awaitVersions(stream, ticket, 0);

            assertThat(stream.events()).noneMatch(event -> event.name().equals("reset"));
        }
    }

    @Test
    void sendsNamedHeartbeatsAndHeadersThatDisableBufferingAndCaching() throws Exception {
        try (SseClient stream = SseClient.open(one.url())) {
            String position = stream.lastId();
            await().until(() -> stream.heartbeats() >= 2);

            assertThat(stream.lastId()).isEqualTo(position);

            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void sendsOnlyTheIdOfATicketWhoseSellerIsBanned() throws Exception {
        String ticket = createTicket("Gone", "20");
        try (SseClient stream = SseClient.open(other.url())) {
            one.publish(new UserBanned(seller, 1, Instant.now()));

            await().until(() ->
                    stream.of(ticket).stream().anyMatch(event -> event.name().equals("hidden")));
            Event hidden = stream.of(ticket).getLast();
            assertThat(hidden.data().propertyNames()).containsExactly("id");
        }
    }

    @Test
    void rejectsStreamsBeyondTheShareOfAnAddressUntilAnotherOneCloses() throws Exception {
        List<SseClient> open = new ArrayList<>();
        try (ServiceProcess small = startProcess("--tickets.live.streams-per-address=2")) {
            for (int stream = 0; stream < 2; stream++) {
                open.add(SseClient.open(small.url()));
            }

            assertThat(small.api().get("/api/tickets/events").expect(503).codes())
                    .containsExactly("too-many-streams");
            open.removeFirst().close();
            await().ignoreExceptions().until(() -> open.add(SseClient.open(small.url())));
        } finally {
            open.forEach(SseClient::close);
        }
    }

    @Test
    void rejectsStreamsBeyondTheLimitUntilAnotherOneCloses() throws Exception {
        List<SseClient> open = new ArrayList<>();
        try (ServiceProcess small = startProcess("--tickets.live.streams=" + MAX_STREAMS)) {
            for (int stream = 0; stream < MAX_STREAMS; stream++) {
                open.add(SseClient.open(small.url()));
            }
            ApiResponse rejected = small.api().get("/api/tickets/events");
            assertThat(rejected.status()).isEqualTo(503);
            assertThat(rejected.codes()).containsExactly("too-many-streams");
            assertThat(rejected.header("Retry-After")).contains("5");

            open.removeFirst().close();
            await().ignoreExceptions().until(() -> open.add(SseClient.open(small.url())));
        } finally {
            open.forEach(SseClient::close);
        }
    }

    @Test
    void endsItsStreamsAtShutdownWithoutWaitingForTheClients() throws Exception {
        ServiceProcess process = startProcess("--spring.lifecycle.timeout-per-shutdown-phase=PT1H");
        try (SseClient stream = SseClient.open(process.url())) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(process::close);

            await().until(stream::isComplete);
            stopped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void answersAHeadRequestWithoutOpeningAStream() {
        ApiResponse head = one.api().send("HEAD", "/api/tickets/events", null).expect(200);

        assertThat(head.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    }

    private static void awaitVersions(SseClient stream, String ticket, long... versions) {
        await().untilAsserted(() -> assertThat(
                        stream.of(ticket).stream().mapToLong(Event::version).toArray())
                .isEqualTo(versions));
    }

    private Api sellerApi() {
        return one.api().as(SignedIn.as(seller, "seller@example.com"));
    }

    private String createTicket(String title, String price) {
        return sellerApi()
                .post("/api/tickets", Map.of("title", title, "price", new BigDecimal(price)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private void edit(String ticket, String title, String price) {
        sellerApi()
                .put("/api/tickets/" + ticket, Map.of("title", title, "price", new BigDecimal(price)))
                .expect(200);
    }
}
