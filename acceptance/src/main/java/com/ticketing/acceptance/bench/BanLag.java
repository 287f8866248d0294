package com.ticketing.acceptance.bench;

import com.ticketing.acceptance.load.ConcurrentCalls;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.running.RunningSuite;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Measures how long after a ban the last replica of any service still accepts the banned user's token. */
final class BanLag {

    private static final int BANS = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A route of each service that needs a signed-in user. */
    private static final Map<String, String> PROTECTED_ROUTES = Map.of(
            "auth", "/api/users/sessions",
            "tickets", "/api/tickets/mine",
            "orders", "/api/orders",
            "payments", "/api/payments");

    private final RunningSuite suite;
    private final ApiClient admin;
    private final PrintWriter out;

    BanLag(RunningSuite suite, ApiClient admin, PrintWriter out) {
        this.suite = suite;
        this.admin = admin;
        this.out = out;
    }

    private record Replica(String url, String route) {}

    void measure() throws InterruptedException {
        List<Replica> replicas = PROTECTED_ROUTES.entrySet().stream()
                .flatMap(route ->
                        suite.replicas(route.getKey()).stream().map(one -> new Replica(one.url(), route.getValue())))
                .toList();
        List<Long> lags = new ArrayList<>();
        for (int ban = 0; ban < BANS; ban++) {
            lags.add(lag(replicas));
        }
        out.println("ban -> rejected by all " + replicas.size() + " replicas (polled): "
                + ResponseTimes.of(lags, 1).latency());
    }

    private long lag(List<Replica> replicas) throws InterruptedException {
        ApiClient user =
                ApiClient.signUp(suite.gateway(), "banned-" + UUID.randomUUID() + "@example.com", "benchmark-password");
        replicas.forEach(replica -> user.at(replica.url()).get(replica.route()).expect(200));
        String id = user.get("/api/users/currentuser")
                .expect(200)
                .json()
                .at("/currentUser/id")
                .asString();
        admin.post("/api/users/" + id + "/ban", Map.of("reason", "benchmark")).expect(200);
        long start = System.nanoTime();
        List<Callable<Long>> rejections = replicas.stream()
                .<Callable<Long>>map(replica -> () -> awaitRejection(user, replica, start))
                .toList();
        return Collections.max(ConcurrentCalls.run(rejections));
    }

    /** Polls without a pause, which would distort the measurement. */
    private static long awaitRejection(ApiClient banned, Replica replica, long start) {
        ApiClient client = banned.at(replica.url());
        Deadline deadline = Deadline.in(TIMEOUT);
        while (client.get(replica.route()).status() != 403) {
            if (deadline.isOver()) {
                throw new IllegalStateException(replica + " still accepts the banned user");
            }
        }
        return System.nanoTime() - start;
    }
}
