package com.ticketing.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.api.Answer;
import com.ticketing.host.api.Person;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** {@code ./bench}: loads the suite that runs on a data folder and prints what it saw. */
public final class Bench {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Load WARM_UP = new Load(8, 2_000, Duration.ofSeconds(10));
    private static final Load LIST = new Load(8, 5_000, LONGEST);
    private static final Load WRITE = new Load(8, 1_000, LONGEST);
    private static final int LAGS = 100;
    private static final int SMALL = 100;
    private static final int LARGE = 100_000;

    private final Target target;
    private final PrintStream out;
    private final Person stranger;
    private final Person seller;
    private final Person buyer;

    private Bench(Target target, PrintStream out) {
        this.target = target;
        this.out = out;
        this.stranger = Person.stranger(target.gateway());
        this.seller = Person.signUp(target.gateway(), email(), "benchmark-1");
        this.buyer = Person.signUp(target.gateway(), email(), "benchmark-2");
    }

    /**
     * Measures auth first, then the rest.
     *
     * @param adminEmail of somebody who may ban people here
     */
    public static void run(Path dataFolder, String adminEmail, String adminPassword, PrintStream out) throws Exception {
        Target target = Target.on(dataFolder);
        new SignInTiming(target.gateway(), out).measure();
        new BanLag(target, Person.signIn(target.gateway(), adminEmail, adminPassword), out).measure();
        new Bench(target, out).run();
    }

    private void run() throws Exception {
        out.println("Measuring " + target.gateway() + ", " + WARM_UP.clients() + " clients; warming up ...");
        WARM_UP.run(number -> list());
        List<String> fresh = create(SMALL);
        awaitKnown(fresh.getLast());
        double flat;
        try (Catalogue catalogue = new Catalogue(target.ticketsDatabase())) {
            Times small = LIST.run(number -> list());
            out.println("list    at " + catalogue.size() + " tickets: " + small.throughput());
            // While nothing else happens: after a rush of orders it would be the rush's queue that is measured.
            measureLag(fresh);
            out.println("create: " + WRITE.run(number -> create()).throughput());
            measureOrders();
            out.println("Filling the catalogue to " + LARGE + " tickets, in its database ...");
            catalogue.growTo(LARGE, create());
            Times large = LIST.run(number -> list());
            out.println("list    at " + catalogue.size() + " tickets: " + large.throughput());
            flat = large.perSecond() / small.perSecond();
        }
        out.printf(Locale.ROOT, "list, large to small: %.2f%n", flat);
        target.memory().forEach(out::println);
    }

    private void measureOrders() throws InterruptedException {
        List<String> tickets = create(WRITE.requests());
        awaitKnown(tickets.getLast());
        out.println("order:  "
                + WRITE.run(number -> order(tickets.get(number)).expect(201)).throughput());
    }

    /** One at a time: what is measured is the way of one order's event, not a queue. */
    private void measureLag(List<String> tickets) throws IOException, InterruptedException, TimeoutException {
        List<Long> lags = new ArrayList<>();
        List<Long> floors = new ArrayList<>();
        Person atTickets = Person.stranger(target.ticketsService());
        try (BrokerFloor broker = new BrokerFloor(target)) {
            for (String ticket : tickets.subList(0, LAGS)) {
                Answer order = order(ticket).expect(201);
                long start = System.nanoTime();
                while (!atTickets.get("/api/tickets/" + ticket).json().has("orderId")) {
                    if (System.nanoTime() - start > LONGEST.toNanos()) {
                        throw new IllegalStateException("Ticket " + ticket + " was not locked");
                    }
                }
                lags.add(System.nanoTime() - start);
                floors.add(broker.nanos(order.text().getBytes(UTF_8)));
            }
        }
        Times lag = Times.of(lags, 1);
        Times floor = Times.of(floors, 1);
        out.println("order answered -> ticket locked (seen by asking again and again): " + lag.latency());
        out.println("the broker's own publish -> deliver:                              " + floor.latency());
        out.printf(Locale.ROOT, "lag to broker, p50: %.1f%n", lag.millis(50) / floor.millis(50));
    }

    private void list() {
        stranger.get("/api/tickets").expect(200);
    }

    private String create() {
        return seller.post("/api/tickets", Map.of("title", "Benchmark " + UUID.randomUUID(), "price", 10))
                .expect(201)
                .id();
    }

    private List<String> create(int count) throws InterruptedException {
        String[] ids = new String[count];
        new Load(WRITE.clients(), count, Duration.ofMinutes(5)).run(number -> ids[number] = create());
        return List.of(ids);
    }

    private void awaitKnown(String ticket) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        Answer order = order(ticket);
        while (order.status() == 404 && System.nanoTime() < deadline) {
            order = order(ticket);
        }
        buyer.delete("/api/orders/" + order.expect(201).id()).expect(204);
    }

    private Answer order(String ticket) {
        return buyer.post("/api/orders", Map.of("ticketId", ticket));
    }

    private static String email() {
        return "benchmark-" + UUID.randomUUID() + "@example.com";
    }
}
