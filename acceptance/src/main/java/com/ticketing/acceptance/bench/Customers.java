package com.ticketing.acceptance.bench;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/** A seller with tickets for sale and a buyer, and the addresses that they use: each service's first replica. */
final class Customers {

    private static final int CONNECTIONS = 8;
    private static final Duration CREATED_WITHIN = Duration.ofMinutes(5);
    private static final Duration REPLICATED_WITHIN = Duration.ofMinutes(2);

    private final RunningSuite suite;
    private final HttpLoad http;
    private final Checker checker;
    private final ApiClient seller;
    private final ApiClient buyer;
    private final Deque<String> tickets = new ArrayDeque<>();

    Customers(RunningSuite suite, HttpLoad http, Checker checker) {
        this.suite = suite;
        this.http = http;
        this.checker = checker;
        this.seller = ApiClient.signUp(suite.gateway(), email(), "benchmark-1");
        this.buyer = ApiClient.signUp(suite.gateway(), email(), "benchmark-2");
    }

    ApiClient buyer() {
        return buyer;
    }

    String url(String service) {
        return suite.replicas(service).stream()
                .findFirst()
                .map(RunningProcess::url)
                .orElse(suite.gateway());
    }

    HttpCalls create() {
        return HttpCalls.post(url("tickets") + "/api/tickets", seller.headers(), number -> newTicket());
    }

    /** Orders of the tickets in their order. */
    HttpCalls order(List<String> ordered) {
        IntFunction<Map<String, Object>> body = number -> Map.of("ticketId", ordered.get(number));
        return HttpCalls.post(url("orders") + "/api/orders", buyer.headers(), body);
    }

    /** Creates tickets and waits until every service has applied their events. */
    void stock(int count) throws Exception {
        http.run(
                create(),
                CONNECTIONS,
                count,
                CREATED_WITHIN,
                ticket -> tickets.add(
                        JsonMapper.shared().readTree(ticket).path("id").asString()));
        if (tickets.size() < count) {
            throw new IllegalStateException("Only " + tickets.size() + " tickets were created");
        }
        checker.awaitQuiet(REPLICATED_WITHIN);
    }

    List<String> take(int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(tickets.removeFirst());
        }
        return taken;
    }

    private static Map<String, Object> newTicket() {
        return Map.of("title", "Benchmark " + UUID.randomUUID(), "price", 10);
    }

    private static String email() {
        return "benchmark-" + UUID.randomUUID() + "@example.com";
    }
}
