package com.ticketing.stripe;

import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.ticketing.testsupport.Api;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The stand-in as the packaged program. */
class MainIT {

    private static final String START_LINE = "Stripe stand-in listening on ";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int PURCHASES = 3000;

    @TempDir
    private Path folder;

    private String webhookUrl = "";

    @Test
    void keepsItsStateAfterAKill() throws Exception {
        Process first = start("--port", "0", "--data", folder.toString());
        Api api = api(first);
        String id = api.sendText("POST", "/v1/payment_intents", FORM, "amount=1999&currency=usd")
                .expect(200)
                .json()
                .path("id")
                .asString();
        first.destroyForcibly().waitFor();

        Process second = start("--port", "0", "--data", folder.toString());

        api(second).get("/v1/payment_intents/" + id).expect(200);
        second.destroy();
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void sendsAPendingEventAfterAKill() throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        List<String> events = new CopyOnWriteArrayList<>();
        HttpServer listener = HttpServer.create(StripeStandIn.loopback(), 0);
        listener.createContext("/", exchange -> {
            events.add(status + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        listener.start();
        webhookUrl = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
        Process first = start("--port", "0", "--data", folder.toString());
        pay(api(first), 1);
        eventually(() -> assertThat(events).isNotEmpty());
        first.destroyForcibly().waitFor();
        status.set(200);

        Process second = start("--port", "0", "--data", folder.toString());

        eventually(() -> assertThat(events.getLast()).startsWith("200").contains("payment_intent.succeeded"));
        second.destroy();
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        listener.stop(0);
    }

    @Test
    void startsWithThousandsOfPurchasesInASmallHeap() throws Exception {
        savePurchases(PURCHASES);

        Process process = start(List.of("-Xmx64m", "-XX:+UseSerialGC"), "--port", "0", "--data", folder.toString());

        Api api = api(process);
        pay(api, 2 * PURCHASES);
        assertThat(api.get("/v1/charges?limit=100").expect(200).json().path("data"))
                .hasSize(100);
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Saves one purchase as the stand-in does, and copies of it with other ids and idempotency keys. */
    private void savePurchases(int count) throws IOException {
        try (StripeStandIn stripe = StripeStandIn.start(StripeStandIn.loopback(), Optional.of(folder))) {
            pay(signedIn(stripe.baseUrl()), 0);
        }
        Path changes = folder.resolve("stripe-changes.jsonl");
        String purchase = Files.readString(changes);
        try (BufferedWriter writer = Files.newBufferedWriter(changes, StandardOpenOption.APPEND)) {
            for (int i = 1; i < count; i++) {
                writer.write(purchase.replaceAll("([0-9a-f]{18})[0-9a-f]{6}", "$1" + lastDigits(i)));
            }
        }
    }

    private static void pay(Api api, int number) {
        String order = "order-" + "0".repeat(18) + lastDigits(number);
        String id = post(api, order, "/v1/payment_intents", "amount=1999&currency=usd&metadata[orderId]=" + order)
                .path("id")
                .asString();
        String confirm = "/v1/payment_intents/" + id + "/confirm";
        String card = "payment_method=pm_card_visa&return_url=http://localhost/";
        assertThat(post(api, order + "-attempt-1", confirm, card).path("status").asString())
                .isEqualTo("succeeded");
    }

    private static JsonNode post(Api api, String key, String path, String form) {
        return api.with("Idempotency-Key", key)
                .sendText("POST", path, FORM, form)
                .expect(200)
                .json();
    }

    private static String lastDigits(int number) {
        return "%06x".formatted(number);
    }

    @Test
    void rejectsInvalidOptionsAndPrintsHelp() throws Exception {
        assertThat(errorOutput("--colour", "blue")).contains("Unknown option: --colour", "--port N");
        assertThat(errorOutput("--port")).contains("Every option needs a value");
        assertThat(errorOutput("--port", "many")).contains("Invalid port: many");
    }

    private String errorOutput(String... options) throws Exception {
        Process process = start(options);
        String output = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        return output;
    }

    private Process start(String... options) throws IOException {
        return start(List.of(), options);
    }

    private Process start(List<String> jvmOptions, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", "target/stripe-stand-in.jar"));
        command.addAll(List.of(options));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put(Main.WEBHOOK_URL, webhookUrl);
        process.environment().put(Main.WEBHOOK_SECRET, "whsec_of_the_tests");
        return process.start();
    }

    private static Api api(Process process) throws IOException {
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        assertThat(line).startsWith(START_LINE);
        return signedIn(line.substring(START_LINE.length()));
    }

    private static Api signedIn(String address) {
        return new Api(address).with("Authorization", "Bearer sk_test_x");
    }
}
