package com.ticketing.acceptance.bench;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures orders together with what their events do: tickets shows the hold. Polls without a pause. */
final class HoldEvents {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Customers customers;
    private final HttpLoad http;
    private final ApiClient ticketsService;

    HoldEvents(Customers customers, HttpLoad http) {
        this.customers = customers;
        this.http = http;
        this.ticketsService = ApiClient.anonymous(customers.url("tickets"));
    }

    /** Orders tickets over several connections; the time ends when the last ticket shows its hold. */
    double ordersPerSecond(int connections, int count) throws Exception {
        List<String> tickets = customers.take(count);
        HttpCalls orders = customers.order(tickets);
        long start = System.nanoTime();
        http.run(orders, connections, count, TIMEOUT);
        Deadline deadline = Deadline.in(TIMEOUT);
        tickets.forEach(ticket -> awaitHold(ticket, deadline));
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * Orders one ticket after the other; returns the median milliseconds from the response until the ticket shows the
     * hold.
     */
    double lagMillis(int count) {
        List<String> tickets = customers.take(count);
        List<ApiClient> buyers = customers.buyers(count);
        List<Long> lags = new ArrayList<>();
        for (int order = 0; order < count; order++) {
            String ticket = tickets.get(order);
            ApiClient buyer = buyers.get(order).at(customers.url("orders"));
            buyer.post("/api/orders", Map.of("ticketId", ticket)).expect(201);
            long start = System.nanoTime();
            awaitHold(ticket, Deadline.in(TIMEOUT));
            lags.add(System.nanoTime() - start);
        }
        return ResponseTimes.of(lags, 1).millis(50);
    }

    private void awaitHold(String ticket, Deadline deadline) {
        while (!ticketsService.get("/api/tickets/" + ticket).json().has("orderId")) {
            if (deadline.isOver()) {
                throw new IllegalStateException("Ticket " + ticket + " does not show its hold");
            }
        }
    }
}
