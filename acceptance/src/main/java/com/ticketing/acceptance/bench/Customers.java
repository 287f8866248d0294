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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sellers with tickets for sale and buyers, as many as the limits per user require, and the addresses that they use:
 * each service's first replica.
 */
final class Customers {

    private static final int CONNECTIONS = 8;
    /** The default of TICKETS_LISTINGS_PER_HOUR. */
    private static final int TICKETS_PER_SELLER = 1_000;

    /** The default of ORDERS_MAX_ACTIVE. */
    private static final int HOLDS_PER_BUYER = 10;

    private static final Duration CREATED_WITHIN = Duration.ofMinutes(5);
    private static final Duration REPLICATED_WITHIN = Duration.ofMinutes(2);

    private final RunningSuite suite;
    private final HttpLoad http;
    private final Checker checker;
    private final ApiClient buyer;
    private final Deque<String> tickets = new ArrayDeque<>();

    Customers(RunningSuite suite, HttpLoad http, Checker checker) {
        this.suite = suite;
        this.http = http;
        this.checker = checker;
        this.buyer = signUp();
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

    HttpCalls create(int count) {
        List<ApiClient> sellers = people(count, TICKETS_PER_SELLER);
        return HttpCalls.post(
                url("tickets") + "/api/tickets",
                number -> sellers.get(number / TICKETS_PER_SELLER).headers(),
                number -> newTicket());
    }

    /** Orders of the tickets in their order. */
    HttpCalls order(List<String> ordered) {
        List<ApiClient> buyers = buyers(ordered.size());
        IntFunction<Map<String, Object>> body = number -> Map.of("ticketId", ordered.get(number));
        return HttpCalls.post(
                url("orders") + "/api/orders", number -> buyers.get(number).headers(), body);
    }

    /** Returns a buyer for each of the orders. Orders at the same time are those of different buyers. */
    List<ApiClient> buyers(int orders) {
        List<ApiClient> buyers = people(orders, HOLDS_PER_BUYER);
        return IntStream.range(0, orders)
                .mapToObj(order -> buyers.get(order % buyers.size()))
                .toList();
    }

    private List<ApiClient> people(int actions, int actionsPerPerson) {
        return Stream.generate(this::signUp)
                .limit(Math.ceilDiv(actions, actionsPerPerson))
                .toList();
    }

    private ApiClient signUp() {
        return ApiClient.signUp(suite.gateway(), email(), "benchmark-password");
    }

    /** Orders the tickets for {@link #buyer()}, who releases those that exceed the hold limit. */
    void orderForBuyer(List<String> ordered) {
        int released = ordered.size() - HOLDS_PER_BUYER;
        for (int number = 0; number < ordered.size(); number++) {
            String order = buyer.post("/api/orders", Map.of("ticketId", ordered.get(number)))
                    .expect(201)
                    .id();
            if (number < released) {
                buyer.delete("/api/orders/" + order).expect(204);
            }
        }
    }

    /** Creates tickets and waits until every service has applied their events. */
    void stock(int count) throws Exception {
        http.run(
                create(count),
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
