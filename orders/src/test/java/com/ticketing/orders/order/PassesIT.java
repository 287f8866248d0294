package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.orders.dispute.DisputeReplica;
import com.ticketing.orders.dispute.DisputeReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The pass of a completed order, its check at the entrance, and its end by a refund or a lost dispute. */
@OrdersServiceTest
class PassesIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    OrderService orders;

    @Autowired
    Orders repository;

    @Autowired
    DisputeReplicas disputes;

    @LocalServerPort
    int port;

    Buyer buyer;
    String order;
    String payment;
    String scannerCookie;
    Api scanner;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        order = buyer.placeOrder(publisher.publishTicket());
        payment = SignedIn.newId();
        scannerCookie = scannerCookie();
        scanner = api.as(scannerCookie);
    }

    private static String scannerCookie() {
        return SignedIn.withLifetime(Duration.ofDays(1), SignedIn.newId(), "door@example.com", "scanner");
    }

    private Api scanner() {
        return api.as(scannerCookie());
    }

    private void pay() {
        channels.publish(new PaymentCreated(payment, order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
    }

    private String pass() {
        return buyer.api()
                .get("/api/orders/" + order + "/pass")
                .expect(200)
                .json()
                .path("pass")
                .asString();
    }

    private static String newNonce() {
        return UUID.randomUUID().toString();
    }

    private static ApiResponse check(Api by, String pass, String nonce) {
        return by.post("/api/orders/passes/check", Map.of("pass", pass, "nonce", nonce));
    }

    private static String stateOf(ApiResponse response) {
        return response.expect(200).json().path("state").asString();
    }

    @Test
    void givesThePassOfAPaidOrderToItsBuyer() {
        String path = "/api/orders/" + order + "/pass";
        assertThat(buyer.api().get(path).expect(400).codes()).containsExactly("pass-not-available");
        pay();

        assertThat(buyer.api().get(path).expect(200).json().path("serial").asString())
                .isEqualTo(order);
        Buyer.signedIn(api).api().get(path).expect(401);
        api.get(path).expect(401);
        assertThat(api.get("/api/orders/pass-keys")
                        .expect(200)
                        .json()
                        .path("keys")
                        .values())
                .hasSize(1);
    }

    @Test
    void isValidOnce() {
        pay();
        String pass = pass();
        String nonce = newNonce();

        ApiResponse first = check(scanner, pass, nonce);
        assertThat(stateOf(first)).isEqualTo("valid");
        assertThat(check(scanner, pass, nonce).json()).isEqualTo(first.json());
        ApiResponse second = check(scanner(), pass, newNonce());
        assertThat(stateOf(second)).isEqualTo("used");
        assertThat(second.json().path("usedAt")).isEqualTo(first.json().path("usedAt"));
        assertThat(stateOf(check(scanner(), pass, nonce)))
                .as("another scanner with the same nonce")
                .isEqualTo("used");
        eventually(
                () -> assertThat(channels.received(Subject.ORDER_USED, order)).hasSize(1));
    }

    @Test
    void staysValidForTheScannerWhoseResponseWasLost() throws Exception {
        pay();
        String pass = pass();
        String nonce = newNonce();

        checkAndLoseTheResponse(pass, nonce);

        assertThat(stateOf(check(scanner(), pass, newNonce()))).isEqualTo("used");
        assertThat(stateOf(check(scanner, pass, nonce))).isEqualTo("valid");
    }

    /** Sends the request of {@link #scanner} and closes the connection without reading, once the use is stored. */
    private void checkAndLoseTheResponse(String pass, String nonce) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("pass", pass, "nonce", nonce));
        String head = "POST /api/orders/passes/check HTTP/1.1\r\nHost: localhost\r\nCookie: " + scannerCookie
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.getOutputStream().write(head.getBytes(US_ASCII));
            connection.getOutputStream().write(body);
            eventually(
                    () -> assertThat(repository.find(order).orElseThrow().use()).isPresent());
        }
    }

    @Test
    void isUsedByOneOfManyScannersAtOnce() {
        pay();
        String pass = pass();

        List<String> states =
                inParallel(Stream.generate(() -> (Callable<String>) () -> stateOf(check(scanner(), pass, newNonce())))
                        .limit(8)
                        .toList());

        assertThat(states).filteredOn("valid"::equals).hasSize(1);
        assertThat(states).filteredOn("used"::equals).hasSize(7);
    }

    @Test
    void isDeadAfterARefund() {
        pay();
        String pass = pass();
        refund();

        assertThat(stateOf(check(scanner, pass, newNonce()))).isEqualTo("refunded");
        buyer.api().get("/api/orders/" + order + "/pass").expect(400);
    }

    private void refund() {
        channels.publish(new PaymentRefunded(payment, order, "pi_1", 1, "requested", true));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
    }

    @Test
    void isRefundableAfterItsUse() {
        pay();
        String pass = pass();
        String nonce = newNonce();
        check(scanner, pass, nonce).expect(200);
        refund();

        assertThat(stateOf(check(scanner, pass, nonce))).isEqualTo("refunded");
    }

    @Test
    void isEitherUsedBeforeARefundOrRefundedWhenBothComeAtOnce() {
        pay();
        String pass = pass();

        List<String> states = inParallel(List.of(() -> stateOf(check(scanner, pass, newNonce())), () -> {
            orders.refund(order, "pi_1", true);
            return "done";
        }));

        boolean wasUsed = states.getFirst().equals("valid");
        assertThat(states.getFirst()).isIn("valid", "refunded");
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(wasUsed ? 3 : 2);
        assertThat(stateOf(check(scanner, pass, newNonce()))).isEqualTo("refunded");
    }

    @Test
    void isDeadAsSoonAsADisputeIsLost() {
        pay();
        String pass = pass();
        dispute(1, DisputeStatus.OPEN);
        dispute(2, DisputeStatus.LOST);

        assertThat(stateOf(check(scanner, pass, newNonce()))).isEqualTo("refunded");
        assertThat(buyer.api().get("/api/orders/" + order + "/pass").expect(400).codes())
                .containsExactly("pass-not-available");
        assertThat(repository.find(order).orElseThrow().use()).isEmpty();
        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }

    @Test
    void isDeadAfterALostDisputeEvenIfItWasUsed() {
        pay();
        String pass = pass();
        String nonce = newNonce();
        check(scanner, pass, nonce).expect(200);
        dispute(1, DisputeStatus.LOST);

        assertThat(stateOf(check(scanner, pass, nonce))).isEqualTo("refunded");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "WON"})
    void isValidWhileADisputeIsNotLost(DisputeStatus status) {
        pay();
        dispute(1, status);

        assertThat(stateOf(check(scanner, pass(), newNonce()))).isEqualTo("valid");
    }

    private void dispute(long version, DisputeStatus status) {
        channels.publish(new PaymentDisputed(payment, order, "pi_1", version, status));
        eventually(() -> assertThat(disputes.find(order)).contains(new DisputeReplica(order, version, status)));
    }

    @Test
    void showsItsUseInTheOrder() {
        pay();
        assertThat(buyer.getOrder(order).has("usedAt")).isFalse();

        ApiResponse used = check(scanner, pass(), newNonce());

        assertThat(buyer.getOrder(order).path("usedAt")).isEqualTo(used.json().path("usedAt"));
        assertThat(buyer.getOrder(order).path("usedAt").asString()).isNotEmpty();
        refund();
        assertThat(buyer.getOrder(order).path("usedAt")).isEqualTo(used.json().path("usedAt"));
    }

    private static List<String> inParallel(List<Callable<String>> actions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(actions).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isCheckedByScannersOnly() {
        pay();
        String pass = pass();

        check(buyer.api(), pass, newNonce()).expect(403);
        check(api.as(SignedIn.as(SignedIn.newId(), "admin@example.com", "admin")), pass, newNonce())
                .expect(403);
        check(buyer.api(), "", "short").expect(403);
        buyer.api().post("/api/orders/passes/check", Map.of("pass", 7)).expect(403);
        check(api, pass, newNonce()).expect(401);
        assertThat(stateOf(check(scanner, "not.a.pass", newNonce()))).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"nonce\":\"0123456789abcdef\"}', pass-missing",
        "'{\"pass\":\"a.b.c\"}', nonce-malformed",
        "'{\"pass\":\"a.b.c\",\"nonce\":\"0123456789abcde\"}', nonce-malformed",
        "'{\"pass\":\"a.b.c\",\"nonce\":\"0123456789abcdef \"}', nonce-malformed"
    })
    void rejectsAnInvalidCheck(String body, String error) {
        assertThat(scanner.sendText("POST", "/api/orders/passes/check", "application/json", body)
                        .expect(400)
                        .codes())
                .containsExactly(error);
    }
}
