package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.acceptance.endtoend.TraceCollector.ReceivedSpan;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests complete and abandoned purchases through all five services, with one and two replicas of each. */
@ParameterizedClass
@ValueSource(ints = {1, 2})
class EndToEndIT {

    /** Longer than a busy machine needs for a purchase. */
    private static final Duration HOLD = Duration.ofSeconds(45);

    @TempDir
    static @Nullable Path folder;

    private static @Nullable UpProcess started;

    private static @Nullable TraceCollector collector;

    @Parameter
    int replicas;

    @BeforeParameterizedClassInvocation
    static void startTheSuite(int replicas) {
        Path data = Objects.requireNonNull(folder).resolve("data-" + replicas);
        collector = TraceCollector.start();
        Map<String, String> environment = Map.of(
                "ORDERS_HOLD",
                HOLD.toString(),
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.endpoint(),
                "OTEL_TRACES_SAMPLER_ARG",
                "1.0");
        started = UpProcess.start(data, environment, "--observe", "--replicas", Integer.toString(replicas));
    }

    @AfterParameterizedClassInvocation
    static void endTheSuite() {
        up().close();
        collector().close();
        assertThat(up().output()).doesNotContain("did not stop in time, killed");
    }

    @Test
    void aTicketIsHeldPaidAndSold() {
        Person seller = signUp();
        Person buyer = signUp();
        String ticket = createTicket(seller, "Held, paid and sold", "19.99");
        assertThat(listed(ticket)).isTrue();

        ApiResponse order = order(buyer, ticket).expect(201);

        assertThat(order.json().path("status").asString()).isEqualTo("created");
        assertThat(signUp().api()
                        .post("/api/orders", Map.of("ticketId", ticket))
                        .expect(400)
                        .codes())
                .containsExactly("ticket-reserved");
        String orderId = order.json().path("id").asString();
        await().atMost(UpProcess.TIMEOUT).until(() -> holder(ticket).equals(orderId));
        assertThat(listed(ticket)).isFalse();
        assertThat(edit(seller, ticket).expect(400).codes()).containsExactly("ticket-reserved");

        ApiResponse payment = pay(buyer, orderId).expect(201);

        await().atMost(UpProcess.TIMEOUT).until(() -> statusOf(buyer, orderId).equals("complete"));
        assertThat(pay(buyer, orderId).expect(201).json().path("id"))
                .isEqualTo(payment.json().path("id"));
        assertThat(buyer.api().delete("/api/orders/" + orderId).status()).isEqualTo(400);
        assertThat(holder(ticket)).isEqualTo(orderId);
        assertThat(listed(ticket)).isFalse();
    }

    @Test
    void anExpiredHoldPutsTheTicketBackOnSaleAndRejectsTheLatePayment() {
        Person seller = signUp();
        Person buyer = signUp();
        String ticket = createTicket(seller, "Hold expires", "7.5");
        String orderId = order(buyer, ticket).expect(201).json().path("id").asString();
        await().atMost(UpProcess.TIMEOUT).until(() -> holder(ticket).equals(orderId));

        await().atMost(HOLD.plus(UpProcess.TIMEOUT))
                .until(() -> statusOf(buyer, orderId).equals("cancelled"));

        await().atMost(UpProcess.TIMEOUT).until(() -> holder(ticket).isEmpty());
        assertThat(listed(ticket)).isTrue();
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() ->
                        assertThat(pay(buyer, orderId).expect(400).codes()).containsExactly("order-cancelled"));
        edit(seller, ticket).expect(200);
        order(signUp(), ticket).expect(201);
    }

    @Test
    void prometheusScrapesEveryReplica() {
        Api prometheus = new Api(up().address("Metrics"));
        List<String> replicas =
                up().suite().services().stream().map(RunningProcess::name).toList();

        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(prometheus
                                .get("/api/v1/targets")
                                .expect(200)
                                .json()
                                .at("/data/activeTargets"))
                        .allMatch(target -> target.path("health").asString().equals("up"))
                        .extracting(target -> target.at("/labels/pod").asString())
                        .containsExactlyInAnyOrderElementsOf(replicas));
        assertThat(prometheus.get("/api/v1/rules").expect(200).json().findValuesAsString("name"))
                .contains("Oversell");
        assertThat(up().output()).contains("Traces  sent to " + collector().endpoint());
    }

    /** All requests have the same trace id and the page's flag, {@code 00}: the client records no span itself. */
    @Test
    void aPurchaseIsOneTraceThroughAllServices() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String root = "00f067aa0ba902b7";
        Api client = up().api().with("traceparent", "00-" + traceId + "-" + root + "-00");
        Person buyer = signUp(client);
        String ticket = createTicket(signUp(client), "Traced", "12");
        String orderId = order(buyer, ticket).expect(201).json().path("id").asString();
        pay(buyer, orderId).expect(201);

        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(collector().trace(traceId))
                        .extracting(ReceivedSpan::service)
                        .contains("auth", "tickets", "orders", "expiration", "payments"));
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(collector().trace(traceId))
                        .extracting(span -> span.service() + ": " + span.name())
                        .contains(
                                "auth: http post /api/users/signup",
                                "orders: http post /api/orders",
                                "orders: publish order:created",
                                "tickets: process order:created",
                                "tickets: publish ticket:updated",
                                "orders: process ticket:updated",
                                "expiration: process order:created",
                                "payments: process order:created",
                                "payments: http post /api/payments",
                                "payments: stripe post /v1/payment_intents",
                                "payments: publish payment:created",
                                "orders: process payment:created",
                                "orders: publish order:completed",
                                "tickets: process order:completed")
                        .anyMatch(span -> span.startsWith("orders: ") && span.contains("insert")));
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(parents(traceId)).isSubsetOf(spanIds(traceId, root)));
    }

    @Test
    void aThirdPartyConsumerReceivesEveryVersion() throws Exception {
        Person seller = signUp();
        Person buyer = signUp();
        try (ThirdPartyClient consumer = ThirdPartyClient.connect(up().suite().broker())) {
            consumer.subscribe("ticket:created", "ticket:updated", "order:created", "order:cancelled");
            String ticket = createTicket(seller, "Received by a third party", "30");
            edit(seller, ticket).expect(200);
            String orderId = order(buyer, ticket).expect(201).json().path("id").asString();
            await().atMost(UpProcess.TIMEOUT).until(() -> holder(ticket).equals(orderId));
            buyer.api().delete("/api/orders/" + orderId).expect(204);
            await().atMost(UpProcess.TIMEOUT).until(() -> holder(ticket).isEmpty());
            edit(seller, ticket).expect(200);

            await().atMost(UpProcess.TIMEOUT)
                    .untilAsserted(() -> assertThat(consumer.versions(ticket)).containsExactly(0L, 1L, 2L, 3L, 4L));
            await().atMost(UpProcess.TIMEOUT)
                    .untilAsserted(() -> assertThat(consumer.versions(orderId)).containsExactly(0L, 1L));
        }
    }

    @Test
    void aThirdPartyProducersEventsAreApplied() throws Exception {
        Person buyer = signUp();
        String ticket = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        try (ThirdPartyClient producer = ThirdPartyClient.connect(up().suite().broker())) {
            producer.publish("ticket:created", """
                {"id":"%s","version":0,"title":"From a third party","price":12.5,"userId":"%s","addedLater":true}\
                """.formatted(ticket, "5f0000000000000000000001"));
            String orderId = order(buyer, ticket).expect(201).json().path("id").asString();
            producer.publish("payment:created", """
                {"id":"5f0000000000000000000002","orderId":"%s","stripeId":"ch_elsewhere"}\
                """.formatted(orderId));

            await().atMost(UpProcess.TIMEOUT)
                    .until(() -> statusOf(buyer, orderId).equals("complete"));
        }
    }

    private record Person(Api api) {}

    private static Set<String> parents(String traceId) {
        return collector().trace(traceId).stream().map(ReceivedSpan::parentId).collect(Collectors.toSet());
    }

    private static Set<String> spanIds(String traceId, String root) {
        return Stream.concat(
                        Stream.of(root), collector().trace(traceId).stream().map(ReceivedSpan::spanId))
                .collect(Collectors.toSet());
    }

    private static TraceCollector collector() {
        return Objects.requireNonNull(collector);
    }

    private static UpProcess up() {
        return Objects.requireNonNull(started);
    }

    private static Person signUp() {
        return signUp(up().api());
    }

    private static Person signUp(Api api) {
        String email = UUID.randomUUID() + "@example.com";
        String session = api.post("/api/users/signup", Map.of("email", email, "password", "a good password"))
                .expect(201)
                .session();
        return new Person(api.as(session));
    }

    private static String createTicket(Person seller, String title, String price) {
        return seller.api()
                .post("/api/tickets", Map.of("title", title, "price", new BigDecimal(price)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static ApiResponse edit(Person seller, String ticket) {
        return seller.api().put("/api/tickets/" + ticket, Map.of("title", "Edited", "price", 31));
    }

    /** Repeats the order until orders has applied the ticket's event. */
    private static ApiResponse order(Person buyer, String ticket) {
        return await().atMost(UpProcess.TIMEOUT)
                .until(
                        () -> buyer.api().post("/api/orders", Map.of("ticketId", ticket)),
                        answer -> answer.status() != 404);
    }

    private static ApiResponse pay(Person buyer, String order) {
        return await().atMost(UpProcess.TIMEOUT)
                .until(
                        () -> buyer.api().post("/api/payments", Map.of("token", "tok_visa", "orderId", order)),
                        answer -> answer.status() != 404);
    }

    private static String statusOf(Person buyer, String order) {
        return buyer.api()
                .get("/api/orders/" + order)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }

    private static String holder(String ticket) {
        return up().api()
                .get("/api/tickets/" + ticket)
                .expect(200)
                .json()
                .path("orderId")
                .asString("");
    }

    private static boolean listed(String ticket) {
        List<String> ids =
                up().api().get("/api/tickets?limit=200").expect(200).json().findValuesAsString("id");
        return ids.contains(ticket);
    }
}
