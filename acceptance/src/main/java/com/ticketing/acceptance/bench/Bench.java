package com.ticketing.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.running.RunningSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Loads a running suite and prints the measurements. */
public final class Bench {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final LoadProfile WARM_UP = new LoadProfile(8, 2_000, Duration.ofSeconds(10));
    private static final LoadProfile SEARCH = new LoadProfile(8, 5_000, TIMEOUT);
    private static final LoadProfile WRITE = new LoadProfile(8, 1_000, TIMEOUT);
    private static final Duration CREATED_WITHIN = Duration.ofMinutes(5);
    private static final Duration REPLICATED_WITHIN = Duration.ofMinutes(1);
    private static final int LAG_SAMPLES = 100;
    private static final int SMALL_CATALOG = 100;
    private static final int LARGE_CATALOG = 100_000;

    private final RunningSuite suite;
    private final PrintWriter out;
    private final ApiClient anonymous;
    private final ApiClient seller;
    private final ApiClient buyer;

    private Bench(RunningSuite suite, PrintWriter out) {
        this.suite = suite;
        this.out = out;
        this.anonymous = ApiClient.anonymous(suite.gateway());
        this.seller = ApiClient.signUp(suite.gateway(), email(), "benchmark-1");
        this.buyer = ApiClient.signUp(suite.gateway(), email(), "benchmark-2");
    }

    /**
     * Measures auth first, then tickets and orders.
     *
     * @param adminEmail the email of an account that may ban users
     */
    public static void run(RunningSuite suite, String adminEmail, String adminPassword, PrintWriter out)
            throws Exception {
        new SignInTiming(suite.gateway(), out).measure();
        new BanLag(suite, ApiClient.signIn(suite.gateway(), adminEmail, adminPassword), out).measure();
        new Bench(suite, out).run();
    }

    private void run() throws Exception {
        out.println("Measuring " + suite.gateway() + " with " + WARM_UP.clients() + " clients; warming up ...");
        WARM_UP.run(number -> search());
        List<String> tickets = create(SMALL_CATALOG);
        awaitReplicated(tickets.getLast());
        double ratio;
        try (CatalogFiller catalog = new CatalogFiller(suite.database("tickets"))) {
            ResponseTimes small = SEARCH.run(number -> search());
            out.println("search, " + catalog.size() + " tickets: " + small.throughput());
            // Before the writes, whose events would be queued in front of the measured one.
            measureEventLag(tickets);
            out.println("create: " + WRITE.run(number -> create()).throughput());
            measureOrders();
            out.println("Filling the catalog to " + LARGE_CATALOG + " tickets in its database ...");
            catalog.fillTo(LARGE_CATALOG, create());
            ResponseTimes large = SEARCH.run(number -> search());
            out.println("search, " + catalog.size() + " tickets: " + large.throughput());
            ratio = large.perSecond() / small.perSecond();
        }
        out.printf(Locale.ROOT, "search, throughput of large to small catalog: %.2f%n", ratio);
        suite.services().forEach(process -> out.println(ResidentMemory.line(process)));
    }

    private void measureOrders() throws InterruptedException {
        List<String> tickets = create(WRITE.requests());
        awaitReplicated(tickets.getLast());
        out.println("order:  "
                + WRITE.run(number -> order(tickets.get(number)).expect(201)).throughput());
    }

    /** Measures one order at a time, so that the events do not queue. Polls without a pause. */
    private void measureEventLag(List<String> tickets) throws IOException, InterruptedException, TimeoutException {
        List<Long> lags = new ArrayList<>();
        List<Long> brokerTimes = new ArrayList<>();
        ApiClient ticketsService =
                anonymous.at(suite.replicas("tickets").getFirst().url());
        try (BrokerLatency broker = new BrokerLatency(suite.broker())) {
            for (String ticket : tickets.subList(0, LAG_SAMPLES)) {
                ApiResponse order = order(ticket).expect(201);
                long start = System.nanoTime();
                Deadline deadline = Deadline.in(TIMEOUT);
                while (!ticketsService.get("/api/tickets/" + ticket).json().has("orderId")) {
                    if (deadline.isOver()) {
                        throw new IllegalStateException("Ticket " + ticket + " does not show its hold");
                    }
                }
                lags.add(System.nanoTime() - start);
                brokerTimes.add(broker.nanos(order.text().getBytes(UTF_8)));
            }
        }
        ResponseTimes lag = ResponseTimes.of(lags, 1);
        ResponseTimes broker = ResponseTimes.of(brokerTimes, 1);
        out.println("order -> ticket shows the hold (polled): " + lag.latency());
        out.println("broker alone, publish -> deliver:        " + broker.latency());
        out.printf(Locale.ROOT, "lag to broker, p50: %.1f%n", lag.millis(50) / broker.millis(50));
    }

    private void search() {
        anonymous.get("/api/tickets").expect(200);
    }

    private String create() {
        return seller.post("/api/tickets", Map.of("title", "Benchmark " + UUID.randomUUID(), "price", 10))
                .expect(201)
                .id();
    }

    private List<String> create(int count) throws InterruptedException {
        String[] ids = new String[count];
        new LoadProfile(WRITE.clients(), count, CREATED_WITHIN).run(number -> ids[number] = create());
        return List.of(ids);
    }

    /** Waits until orders has the ticket in its catalog. */
    private void awaitReplicated(String ticket) {
        Deadline deadline = Deadline.in(REPLICATED_WITHIN);
        ApiResponse order = order(ticket);
        while (order.status() == 404 && !deadline.isOver()) {
            order = order(ticket);
        }
        buyer.delete("/api/orders/" + order.expect(201).id()).expect(204);
    }

    private ApiResponse order(String ticket) {
        return buyer.post("/api/orders", Map.of("ticketId", ticket));
    }

    private static String email() {
        return "benchmark-" + UUID.randomUUID() + "@example.com";
    }
}
