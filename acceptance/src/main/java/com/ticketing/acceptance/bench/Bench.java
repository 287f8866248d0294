package com.ticketing.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measures a running suite, next to baselines of the same run. */
public final class Bench {

    private static final int CONNECTIONS = 16;
    private static final int ORDER_CONNECTIONS = 8;
    private static final int ORDERS_OF_LIST = 20;
    private static final int CATALOG = 100;
    private static final String RATE = "requests/s";

    private final RunningSuite suite;
    private final BenchPlan plan;
    private final HttpLoad http;
    private final Customers customers;
    private final PrintWriter out;

    private Bench(RunningSuite suite, BenchPlan plan, HttpLoad http, Customers customers, PrintWriter out) {
        this.suite = suite;
        this.plan = plan;
        this.http = http;
        this.customers = customers;
        this.out = out;
    }

    /**
     * Measures and prints everything.
     *
     * @param chart the file that receives a chart of the list's time
     */
    public static BenchReport run(
            RunningSuite suite, Checker checker, BenchPlan plan, Path chart, Clock clock, PrintWriter out)
            throws Exception {
        try (HttpLoad http = new HttpLoad()) {
            Customers customers = new Customers(suite, http, checker);
            Bench bench = new Bench(suite, plan, http, customers, out);
            out.println("Measuring " + suite.gateway() + " with " + CONNECTIONS + " connections ...");
            double alone = bench.loadGenerator();
            // Before the other measurements, which add tickets and hold them.
            List<CatalogTime> times = bench.catalog();
            Files.writeString(chart, new ListChart(times).svg());
            int runs = plan.warmUps() + plan.rounds();
            customers.stock(CATALOG + ORDERS_OF_LIST + runs * (plan.orders() + plan.samples()));
            List<Row> rows = bench.rows();
            Map<String, Long> memory = suite.services().stream()
                    .collect(
                            Collectors.toMap(RunningProcess::name, process -> ResidentMemory.megabytes(process.pid())));
            BenchReport report = new BenchReport(clock.instant(), CONNECTIONS, alone, rows, times, memory);
            report.print(out);
            return report;
        }
    }

    /** Measures what the sign-in and the bans promise about time. */
    public static void identity(RunningSuite suite, ApiClient admin, PrintWriter out) throws InterruptedException {
        new SignInTiming(suite.gateway(), out).measure();
        new BanLag(suite, admin, out).measure();
    }

    private double loadGenerator() throws Exception {
        try (InstantResponder responder = new InstantResponder()) {
            HttpCalls calls = HttpCalls.get(responder.url() + "/", Map.of());
            http.run(calls, CONNECTIONS, Integer.MAX_VALUE, plan.time());
            return http.run(calls, CONNECTIONS, Integer.MAX_VALUE, plan.time()).perSecond();
        }
    }

    private List<Row> rows() throws Exception {
        RunningProcess tickets = suite.replicas("tickets").getFirst();
        List<Row> rows = new ArrayList<>();
        try (BareEndpoint bare = BareEndpoint.like(tickets);
                DatabaseFloor database = new DatabaseFloor(suite.database("tickets"));
                BrokerLatency broker = new BrokerLatency(suite.broker())) {
            List<Subject> subjects = new ArrayList<>();
            // Before the writes, whose events would be queued in front of the measured one.
            subjects.add(holdLag(broker));
            subjects.addAll(reads(bare, database));
            subjects.addAll(writes(database));
            for (Subject subject : subjects) {
                out.println("  " + subject.name() + " ...");
                rows.add(subject.measure(plan.warmUps(), plan.rounds()));
            }
            rows.add(gateway());
        }
        return rows;
    }

    private List<Subject> reads(BareEndpoint bare, DatabaseFloor database) throws Exception {
        String tickets = customers.url("tickets") + "/api/tickets";
        String one = tickets + "/" + customers.take(1).getFirst();
        Map<String, String> buyer = customers.buyer().headers();
        customers.orderForBuyer(customers.take(ORDERS_OF_LIST));
        return List.of(
                Subject.of("list", RATE, () -> rate(HttpCalls.get(tickets, Map.of())))
                        .comparedWith("bare endpoint, 50 objects", () -> rate(bare(bare, "/list/50"))),
                Subject.of("list, limit=100", RATE, () -> rate(HttpCalls.get(tickets + "?limit=100", Map.of())))
                        .comparedWith("bare endpoint, 100 objects", () -> rate(bare(bare, "/list/100"))),
                Subject.of("one ticket", RATE, () -> rate(HttpCalls.get(one, Map.of())))
                        .comparedWith("bare endpoint", () -> rate(bare(bare, "/one")))
                        .comparedWith("database, one find", () -> database.findsPerSecond(CONNECTIONS, plan.time())),
                Subject.of(
                                "current user",
                                RATE,
                                () -> rate(HttpCalls.get(customers.url("auth") + "/api/users/currentuser", buyer)))
                        .comparedWith("bare endpoint", () -> rate(bare(bare, "/one"))),
                Subject.of("orders", RATE, () -> rate(HttpCalls.get(customers.url("orders") + "/api/orders", buyer)))
                        .comparedWith(
                                "bare endpoint, " + ORDERS_OF_LIST + " objects",
                                () -> rate(bare(bare, "/list/" + ORDERS_OF_LIST))));
    }

    private List<Subject> writes(DatabaseFloor database) {
        HoldEvents holds = new HoldEvents(customers, http);
        return List.of(
                Subject.of(
                                "create",
                                RATE,
                                () -> http.run(customers.create(plan.writes()), CONNECTIONS, plan.writes(), plan.time())
                                        .perSecond())
                        .comparedWith(
                                "database, one insert",
                                () -> database.insertsPerSecond(CONNECTIONS, plan.writes(), plan.time())),
                Subject.of(
                                "order, 8 at once, events included",
                                RATE,
                                () -> holds.ordersPerSecond(ORDER_CONNECTIONS, plan.orders()))
                        .comparedWith(
                                "database, one insert, 8 at once",
                                () -> database.insertsPerSecond(ORDER_CONNECTIONS, plan.writes(), plan.time())));
    }

    private Subject holdLag(BrokerLatency broker) {
        HoldEvents holds = new HoldEvents(customers, http);
        byte[] event = "{\"id\":\"67443fa2b51c0d2f4c9a1234\",\"version\":0,\"status\":\"created\"}".getBytes(UTF_8);
        return Subject.of("order answered -> ticket held", "ms", () -> holds.lagMillis(plan.samples()))
                .comparedWith("broker, publish -> deliver", () -> broker.medianMillis(event, plan.samples()));
    }

    private Row gateway() throws Exception {
        String path = "/api/tickets/" + customers.take(1).getFirst();
        String service = customers.url("tickets");
        Subject gateway = Subject.of(
                        "one ticket through the gateway",
                        RATE,
                        () -> rate(HttpCalls.get(suite.gateway() + path, Map.of())))
                .comparedWith("at the service's own port", () -> rate(HttpCalls.get(service + path, Map.of())));
        Optional<NginxProxy> nginx = NginxProxy.inFrontOf(service);
        if (nginx.isEmpty()) {
            return gateway.measure(plan.warmUps(), plan.rounds());
        }
        try (NginxProxy proxy = nginx.get()) {
            return gateway.comparedWith("through nginx", () -> rate(HttpCalls.get(proxy.url() + path, Map.of())))
                    .measure(plan.warmUps(), plan.rounds());
        }
    }

    private List<CatalogTime> catalog() throws Exception {
        customers.stock(1);
        String ticket = customers.take(1).getFirst();
        HttpCalls list = HttpCalls.get(customers.url("tickets") + "/api/tickets", Map.of());
        return Catalog.times(http, list, suite.database("tickets"), ticket, plan.catalog());
    }

    private double rate(HttpCalls calls) throws Exception {
        return http.run(calls, CONNECTIONS, Integer.MAX_VALUE, plan.time()).perSecond();
    }

    private static HttpCalls bare(BareEndpoint bare, String path) {
        return HttpCalls.get(bare.url() + path, Map.of());
    }
}
