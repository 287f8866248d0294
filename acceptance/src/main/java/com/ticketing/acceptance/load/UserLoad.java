package com.ticketing.acceptance.load;

import com.ticketing.host.api.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Users who create, edit, order, pay, cancel, refund and let holds expire, at random from the seed. */
public final class UserLoad {

    private static final Logger log = LoggerFactory.getLogger(UserLoad.class);
    private static final int LONGEST_PAUSE_MILLIS = 600;
    private static final int TICKETS_KEPT = 200;
    private static final int PAYMENT_ATTEMPTS = 5;

    /** After so many actions, a new user takes over, who has not used any quota of holds, payments and new tickets. */
    private static final int ACTIONS_PER_USER = 150;

    private final String url;
    private final long seed;
    private final int users;
    private final AcknowledgedWrites writes;
    private final Operations operations;
    private final List<String> tickets = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    public UserLoad(String url, long seed, int users, AcknowledgedWrites writes, Operations operations) {
        this.url = url;
        this.seed = seed;
        this.users = users;
        this.writes = writes;
        this.operations = operations;
    }

    public void start() {
        for (int number = 0; number < users; number++) {
            Random random = new Random(seed * 31 + number);
            threads.add(Thread.ofVirtual().name("user-" + number).start(() -> runUser(random)));
        }
    }

    /** Waits until every user has received the response to the last request. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void runUser(Random random) {
        while (stopping.getCount() > 0 && runOneUser(random)) {
            log.debug("Continuing with a new user");
        }
    }

    /** Returns whether the user ended as planned. */
    private boolean runOneUser(Random random) {
        String email = "user-" + Long.toHexString(random.nextLong()) + "-" + System.nanoTime() + "@example.com";
        Customer customer = new Customer(url, email, "password of " + email.substring(0, 12));
        List<String> own = new ArrayList<>();
        try {
            while (!signUp(customer) && !pause(random)) {
                log.debug("Sign-up repeated");
            }
            for (int action = 0; action < ACTIONS_PER_USER && !pause(random); action++) {
                act(customer, own, random);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("User of the load ended early", e);
            operations.record("user ended early", 0);
        }
        return false;
    }

    /** Returns whether the account exists, created by this attempt or by an earlier one whose response was lost. */
    private boolean signUp(Customer customer) {
        ApiResponse response = customer.signUp();
        operations.record("sign-up", response.status());
        return response.status() == 201 || response.hasError("email-in-use");
    }

    /** Returns whether the load has been stopped. */
    private boolean pause(Random random) throws InterruptedException {
        return stopping.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void act(Customer customer, List<String> own, Random random) throws InterruptedException {
        int choice = random.nextInt(20);
        if (choice < 4 || tickets.isEmpty()) {
            create(customer, own, random);
        } else if (choice < 6 && !own.isEmpty()) {
            edit(customer, own.get(random.nextInt(own.size())), random);
        } else if (choice < 7) {
            refund(customer, random);
        } else {
            buy(customer, tickets.get(random.nextInt(tickets.size())), random);
        }
    }

    private void create(Customer seller, List<String> own, Random random) {
        ApiResponse response = seller.post("/api/tickets", ticket(random));
        operations.record("create", response.status());
        if (response.status() == 201) {
            writes.ticketCreated(seller, response.id());
            own.add(response.id());
            tickets.add(response.id());
            if (tickets.size() > TICKETS_KEPT) {
                tickets.removeFirst();
            }
        }
    }

    private void edit(Customer seller, String ticket, Random random) {
        ApiResponse response = seller.put("/api/tickets/" + ticket, ticket(random));
        operations.record("edit", response.status());
        if (response.status() == 200) {
            writes.ticketEdited(seller, ticket, response.json().path("version").asLong());
        }
    }

    /** Refunds the latest sale, or puts its ticket back on sale if it was refunded without. */
    private void refund(Customer seller, Random random) {
        ApiResponse sales = seller.get("/api/payments?sold=true&limit=1");
        operations.record("sales", sales.status());
        if (sales.status() == 200 && !sales.json().isEmpty()) {
            JsonNode sale = sales.json().path(0);
            String payment = "/api/payments/" + sale.path("id").asString();
            if (sale.path("status").asString().equals("paid")) {
                ApiResponse response = seller.post(payment + "/refund", Map.of("relist", random.nextBoolean()));
                operations.record("refund", response.status());
            } else if (sale.path("refund").path("relistable").asBoolean()) {
                operations.record(
                        "relist", seller.post(payment + "/relist", Map.of()).status());
            }
        }
    }

    private static Map<String, Object> ticket(Random random) {
        String price = (1 + random.nextInt(200)) + "." + (10 + random.nextInt(90));
        return Map.of("title", "Show " + random.nextInt(1000), "price", price);
    }

    private void buy(Customer buyer, String ticket, Random random) throws InterruptedException {
        ApiResponse response = buyer.post("/api/orders", Map.of("ticketId", ticket));
        operations.record("order", response.status());
        if (response.status() != 201) {
            return;
        }
        String order = response.id();
        writes.orderPlaced(buyer, order);
        boolean stopped = pause(random);
        switch (random.nextInt(4)) {
            case 0 -> cancel(buyer, order);
            case 1 -> log.debug("Left to expire: {}", order);
            default -> pay(buyer, order, stopped ? 1 : PAYMENT_ATTEMPTS, random);
        }
    }

    private void cancel(Customer buyer, String order) {
        ApiResponse response = buyer.delete("/api/orders/" + order);
        operations.record("cancel", response.status());
        if (response.status() == 204) {
            writes.orderCancelled(buyer, order);
        }
    }

    private void pay(Customer buyer, String order, int attempts, Random random) throws InterruptedException {
        for (int attempt = 0; attempt < attempts; attempt++) {
            String card = random.nextInt(6) == 0 ? "tok_chargeDeclined" : "tok_visa";
            ApiResponse response = buyer.post("/api/payments", Map.of("orderId", order, "token", card));
            operations.record("pay", response.status());
            if (response.status() == 201) {
                writes.orderPaid(buyer, order);
                return;
            }
            if (pause(random)) {
                return;
            }
        }
    }
}
