package com.ticketing.acceptance.bench;

import com.ticketing.host.api.Person;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long after a ban the last process of all services still serves the banned person's token. */
final class BanLag {

    private static final int BANS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A route of each service that only signed-in people may use. */
    private static final Map<String, String> PRIVATE = Map.of(
            "auth", "/api/users/sessions",
            "tickets", "/api/tickets/mine",
            "orders", "/api/orders",
            "payments", "/api/payments");

    private final Target target;
    private final Person admin;
    private final PrintStream out;

    BanLag(Target target, Person admin, PrintStream out) {
        this.target = target;
        this.admin = admin;
        this.out = out;
    }

    private record Replica(String url, String route) {}

    void measure() throws InterruptedException {
        List<Replica> processes = PRIVATE.entrySet().stream()
                .flatMap(service ->
                        target.addresses(service.getKey()).stream().map(url -> new Replica(url, service.getValue())))
                .toList();
        List<Long> lags = new ArrayList<>();
        for (int ban = 0; ban < BANS; ban++) {
            lags.add(lag(processes));
        }
        out.println(
                "ban answered -> refused by all " + processes.size() + " processes (seen by asking again and again): "
                        + Times.of(lags, 1).latency());
    }

    private long lag(List<Replica> processes) throws InterruptedException {
        Person person =
                Person.signUp(target.gateway(), "banned-" + UUID.randomUUID() + "@example.com", "benchmark-password");
        processes.forEach(
                process -> person.at(process.url()).get(process.route()).expect(200));
        String id = person.get("/api/users/currentuser")
                .expect(200)
                .json()
                .at("/currentUser/id")
                .asString();
        admin.post("/api/users/" + id + "/ban", Map.of("reason", "benchmark")).expect(200);
        long start = System.nanoTime();
        List<Future<Long>> refusals = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            processes.forEach(process -> refusals.add(threads.submit(() -> awaitRefusal(person, process, start))));
        }
        long last = 0;
        for (Future<Long> refusal : refusals) {
            try {
                last = Math.max(last, refusal.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A process did not hear of the ban", e.getCause());
            }
        }
        return last;
    }

    private static long awaitRefusal(Person banned, Replica process, long start) {
        Person there = banned.at(process.url());
        while (there.get(process.route()).status() != 403) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException(process + " still serves the banned person");
            }
        }
        return System.nanoTime() - start;
    }
}
