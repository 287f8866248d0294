package com.ticketing.acceptance.rush;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.load.ConcurrentCalls;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Simulates the opening of a sale: more buyers than tickets, many buyers of one ticket, and edits at the same time. */
public final class Rush {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(5);
    private static final Duration PAYMENT_INTERVAL = Duration.ofMillis(100);
    private static final BigDecimal PRICE = new BigDecimal("10.00");
    private static final BigDecimal OTHER_PRICE = new BigDecimal("20.00");

    /** As many concurrent requests as one machine can serve. */
    private static final int CONCURRENT_ORDERS = 200;

    private static final int CONCURRENT_OTHERS = 16;

    private final SignedInUsers users;
    private final Checker checker;
    private final Consumer<String> log;

    /**
     * Creates a rush on a running suite.
     *
     * @param key the key that the suite signs its tokens with
     */
    public Rush(String gateway, String key, Checker checker, Consumer<String> log) {
        this.users = new SignedInUsers(gateway, key);
        this.checker = checker;
        this.log = log;
    }

    private record Hold(ApiClient buyer, String order) {}

    /** Sends many buyers for few tickets; then half of those who hold one cancel, and the others pay. */
    public Finding sale(int buyers, int tickets, long seed) throws InterruptedException {
        List<String> created = createTickets(users.next(tickets));
        List<ApiClient> people = users.next(buyers);
        List<Integer> arrivals = IntStream.range(0, buyers).boxed().collect(Collectors.toList());
        Collections.shuffle(arrivals, new Random(seed));
        List<Callable<ApiResponse>> orders = arrivals.stream()
                .map(number -> order(people.get(number), created.get(number % tickets)))
                .toList();
        long start = System.nanoTime();
        List<ApiResponse> responses = ConcurrentCalls.run(orders, CONCURRENT_ORDERS);
        double seconds = (System.nanoTime() - start) / 1e9;

        List<String> violations = new ArrayList<>(unexpectedRejections(responses));
        List<Hold> holds = new ArrayList<>();
        for (int arrival = 0; arrival < buyers; arrival++) {
            ApiResponse response = responses.get(arrival);
            if (response.status() == 201) {
                holds.add(new Hold(people.get(arrivals.get(arrival)), response.id()));
            }
        }
        if (holds.size() != tickets) {
            violations.add(tickets + " tickets have " + holds.size() + " orders");
        }
        violations.addAll(complete(holds));
        log.accept(String.format(
                Locale.ROOT,
                "%d buyers, %d tickets: %d orders, %.0f responses/s",
                buyers,
                tickets,
                holds.size(),
                buyers / seconds));
        return new Finding("10 every ticket of a sale is sold once, other buyers are rejected", buyers, violations);
    }

    /** Cancels every second order and pays the others; returns the violations. */
    private static List<String> complete(List<Hold> holds) throws InterruptedException {
        List<Callable<ApiResponse>> requests = new ArrayList<>();
        for (int number = 0; number < holds.size(); number++) {
            Hold hold = holds.get(number);
            requests.add(
                    number % 2 == 0
                            ? patiently(() -> hold.buyer().delete("/api/orders/" + hold.order()))
                            : () -> pay(hold));
        }
        List<String> violations = new ArrayList<>();
        List<ApiResponse> responses = ConcurrentCalls.run(requests, CONCURRENT_OTHERS);
        for (int number = 0; number < responses.size(); number++) {
            ApiResponse response = responses.get(number);
            if (response.status() != (number % 2 == 0 ? 204 : 201)) {
                violations.add(
                        "unexpected response to the end of an order: " + response.status() + " " + response.text());
            }
        }
        return violations;
    }

    /** Repeats while payments does not know the order yet (404), or the outcome at Stripe (202). */
    private static ApiResponse pay(Hold hold) throws Exception {
        Callable<ApiResponse> payment = patiently(
                () -> hold.buyer().post("/api/payments", Map.of("orderId", hold.order(), "token", "tok_visa")));
        AtomicReference<ApiResponse> response = new AtomicReference<>(payment.call());
        if (isUndecided(response.get())) {
            Poll.until(Deadline.in(QUIET_WITHIN), PAYMENT_INTERVAL, () -> {
                response.set(payment.call());
                return !isUndecided(response.get());
            });
        }
        return response.get();
    }

    private static boolean isUndecided(ApiResponse payment) {
        return payment.status() == 404 || payment.status() == 202;
    }

    /** Sends many buyers for one ticket at the same instant, once for each round. */
    public Finding race(int buyers, int rounds) throws InterruptedException {
        List<String> violations = new ArrayList<>();
        for (String ticket : createTickets(users.next(rounds))) {
            List<ApiResponse> responses = ConcurrentCalls.runSimultaneously(users.next(buyers).stream()
                    .map(buyer -> order(buyer, ticket))
                    .toList());
            long accepted =
                    responses.stream().filter(each -> each.status() == 201).count();
            if (accepted != 1) {
                violations.add("ticket " + ticket + " has " + accepted + " orders");
            }
            violations.addAll(unexpectedRejections(responses));
        }
        log.accept(rounds + " tickets with " + buyers + " simultaneous buyers each");
        return new Finding("11 one of many simultaneous buyers gets the ticket", (long) rounds * buyers, violations);
    }

    private static List<String> unexpectedRejections(List<ApiResponse> orders) {
        return orders.stream()
                .filter(response -> response.status() != 201 && !Rejections.isReserved(response))
                .map(response -> "unexpected response to an order: " + response.status() + " " + response.text())
                .toList();
    }

    /** Sends two edits of one version and two orders for the first price at the same instant, once for each round. */
    public Finding edits(int rounds) throws InterruptedException {
        List<ApiClient> sellers = users.next(rounds);
        List<String> tickets = createTickets(sellers);
        List<String> violations = new ArrayList<>();
        long edits = 0;
        long orders = 0;
        for (int round = 0; round < rounds; round++) {
            String ticket = tickets.get(round);
            ApiClient seller = sellers.get(round);
            Callable<ApiResponse> edit = patiently(() -> seller.put(
                    "/api/tickets/" + ticket, Map.of("title", "Edited", "price", OTHER_PRICE, "version", 0)));
            List<Callable<ApiResponse>> requests = new ArrayList<>(List.of(edit, edit));
            users.next(2)
                    .forEach(buyer -> requests.add(
                            new OrderAttempt(buyer, Map.of("ticketId", ticket, "price", PRICE), QUIET_WITHIN)));
            List<ApiResponse> responses = ConcurrentCalls.runSimultaneously(requests);
            EditRace race = new EditRace(ticket, PRICE, responses.subList(0, 2), responses.subList(2, 4));
            violations.addAll(race.violations());
            edits += race.acceptedEdits();
            orders += race.acceptedOrders();
        }
        log.accept(rounds + " tickets with simultaneous edits and orders: " + edits + " edits and " + orders
                + " orders accepted");
        return new Finding("12 a simultaneous edit and order agree on the price", rounds, violations);
    }

    private static Callable<ApiResponse> order(ApiClient buyer, String ticket) {
        return new OrderAttempt(buyer, Map.of("ticketId", ticket), QUIET_WITHIN);
    }

    private static Callable<ApiResponse> patiently(Callable<ApiResponse> request) {
        return new UnavailableRetries(request, QUIET_WITHIN);
    }

    /** Creates a ticket of each seller, and waits until every service has applied the tickets' events. */
    private List<String> createTickets(List<ApiClient> sellers) throws InterruptedException {
        List<Callable<String>> creations =
                sellers.stream().map(Rush::createTicket).toList();
        List<String> tickets = ConcurrentCalls.run(creations, CONCURRENT_OTHERS);
        checker.awaitQuiet(QUIET_WITHIN);
        return tickets;
    }

    private static Callable<String> createTicket(ApiClient seller) {
        Callable<ApiResponse> request =
                patiently(() -> seller.post("/api/tickets", Map.of("title", "Rush", "price", PRICE)));
        return () -> request.call().expect(201).id();
    }
}
