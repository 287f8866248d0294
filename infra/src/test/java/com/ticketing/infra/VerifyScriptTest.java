package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs steps of {@code infra/k8s/verify} with a kubectl that reaches no cluster. */
class VerifyScriptTest {

    private static final String ORDERS = "GET /api/orders";
    private static final List<String> OTHER_ROUTES = List.of(
            "GET /", "GET /api/users/currentuser", "GET /api/tickets", "POST /api/tickets", "GET /api/payments");

    /** Longer than a test waits for its load. */
    private static final String NO_LIMIT = "600";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void createPrograms() throws IOException {
        Files.createDirectory(folder.resolve("tmp"));
        Files.createFile(folder.resolve("calls"));
        Files.createFile(folder.resolve("loaders"));
        program("kubectl", """
                echo "$*" >>"$FOLDER/calls"
                case "$*" in
                *"apply -f -"*) cat >/dev/null ;;
                *actuator/health*) echo DEGRADED ;;
                *spec.nodeName*) echo node-1 ;;
                drain*)
                    until [ "$(wc -l <"$FOLDER/loaders")" = 6 ]; do sleep 0.1; done
                    echo "error: planted"
                    exit 1
                    ;;
                "delete namespace"*) exit 1 ;;
                esac
                """);
    }

    @AfterEach
    void endLoaders() throws IOException {
        loaders().forEach(ProcessHandle::destroy);
    }

    @Test
    void endsItsProcessesAndRemovesItsFilesEvenIfKubectlFails() throws Exception {
        sendEndlessLoad();

        Outcome outcome = verify("drain");

        assertThat(outcome.output()).contains("FAILED drain");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("loaders"))).hasSize(6);
        assertThat(loaders()).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void uncordonsTheNodeAfterAFailedDrain() throws Exception {
        sendEndlessLoad();

        assertThat(verify("drain").status()).isEqualTo(1);

        assertThat(calls()).contains("uncordon node-1");
    }

    @Test
    void startsTheBrokerAgainAfterAnInterruption() throws Exception {
        sendEndlessLoad();
        Process process = start("away", Map.of("SECONDS_AWAY", "300"));

        await().atMost(ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(calls()).contains("--namespace ticketing scale statefulset/nats --replicas=0"));
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(calls()).contains("--namespace ticketing scale statefulset/nats --replicas=1");
        assertThat(loaders()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void turnsTracingOffAfterAFailedPurchase() throws Exception {
        program("curl", "exit 7\n");

        assertThat(verify("trace").output()).contains("FAILED trace: the purchase");

        assertThat(calls())
                .anyMatch(call -> call.endsWith(" OTEL_EXPORTER_OTLP_ENDPOINT-"))
                .anyMatch(call -> call.contains("delete -f trace-collector.yaml"));
    }

    @Test
    void namesCurlIfItIsTooOld() throws Exception {
        program("curl", "echo \"curl: option --rate: is unknown\" >&2; exit 2\n");

        assertThat(verify("rolling").output()).contains("FAILED curl 7.84 or newer is missing");
    }

    @Test
    void failsIfARouteNeverAnswers() throws Exception {
        Outcome outcome = restartUnderLoad(0, 1, NO_LIMIT);

        assertThat(outcome.output()).contains("only 0 requests to http://ticketing.dev/api/orders ended");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void failsIfARouteStopsAnswering() throws Exception {
        Outcome outcome = restartUnderLoad(20, 22, "5");

        assertThat(outcome.output()).contains("000 200 GET http://ticketing.dev/api/orders");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void passesIfEveryRouteAnswers() throws Exception {
        Outcome outcome = restartUnderLoad(Integer.MAX_VALUE, 11, NO_LIMIT);

        assertThat(outcome.output()).contains("0 failed");
        assertThat(outcome.status()).isZero();
    }

    /**
     * Runs the step {@code rolling} against a server that answers the first requests for orders. The restarts last
     * until enough requests are recorded for the step to pass: curl has recorded a request when it sends the next one.
     */
    private Outcome restartUnderLoad(int answered, int awaited, String secondsPerRequest)
            throws IOException, InterruptedException {
        program("kubectl", """
                case "$*" in
                *"rollout status"*) curl -s -m 300 "http://$INGRESS/awaits-load" ;;
                esac
                """);
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        Map<String, Integer> requests = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Thread::startVirtualThread);
        try {
            server.createContext("/awaits-load", exchange -> {
                enough.join();
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.createContext("/", exchange -> {
                String route = exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath();
                int number = requests.merge(route, 1, Integer::sum);
                if (isEnough(requests, awaited)) {
                    enough.complete(null);
                }
                if (route.equals(ORDERS) && number > answered) {
                    end.join();
                }
                exchange.getResponseHeaders().add("Set-Cookie", "session=planted; Secure");
                exchange.sendResponseHeaders(route.startsWith("POST") ? 201 : 200, -1);
                exchange.close();
            });
            server.start();
            return verify(
                    "rolling",
                    Map.of(
                            "INGRESS",
                            "127.0.0.1:" + server.getAddress().getPort(),
                            "SECONDS_OF_LOAD",
                            "0",
                            "SECONDS_PER_REQUEST",
                            secondsPerRequest));
        } finally {
            end.complete(null);
            enough.complete(null);
            server.stop(0);
        }
    }

    private static boolean isEnough(Map<String, Integer> requests, int ofOrders) {
        int recorded = requests.values().stream().mapToInt(number -> number - 1).sum();
        return recorded > 100
                && requests.getOrDefault(ORDERS, 0) >= ofOrders
                && OTHER_ROUTES.stream().allMatch(route -> requests.getOrDefault(route, 0) > 10);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** Signs up users, and sends requests that never end. */
    private void sendEndlessLoad() throws IOException {
        program("curl", """
                case "$*" in
                *--version) ;;
                */signup*) echo "Set-Cookie: session=planted; Secure" ;;
                *) echo $$ >>"$FOLDER/loaders" && exec sleep 300 ;;
                esac
                """);
    }

    private List<ProcessHandle> loaders() throws IOException {
        return Files.readAllLines(folder.resolve("loaders")).stream()
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                .toList();
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private record Outcome(int status, String output) {}

    private Outcome verify(String step) throws IOException, InterruptedException {
        return verify(step, Map.of());
    }

    private Outcome verify(String step, Map<String, String> variables) throws IOException, InterruptedException {
        Process process = start(step, variables);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private Process start(String step, Map<String, String> variables) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Checkout.path("infra/k8s/verify").toString(), step).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("FOLDER", folder.toString());
        builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
        builder.environment().merge("PATH", "", (path, none) -> folder + ":" + path);
        return builder.start();
    }
}
