package com.ticketing.acceptance.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People who sign up, list, edit, order, pay, let go and let expire, each at random from the seed. */
final class Load {

    private static final Logger log = LoggerFactory.getLogger(Load.class);
    private static final int LONGEST_PAUSE_MILLIS = 600;
    private static final int MOST_REMEMBERED = 200;

    private final String url;
    private final long seed;
    private final int people;
    private final Promises promises;
    private final Tally tally;
    private final List<String> tickets = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Load(String url, long seed, int people, Promises promises, Tally tally) {
        this.url = url;
        this.seed = seed;
        this.people = people;
        this.promises = promises;
        this.tally = tally;
    }

    void start() {
        for (int number = 0; number < people; number++) {
            Random random = new Random(seed * 31 + number);
            threads.add(Thread.ofVirtual().name("person-" + number).start(() -> live(random)));
        }
    }

    void stop() throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(Random random) {
        String email = "chaos-" + Long.toHexString(random.nextLong()) + "-" + System.nanoTime() + "@example.com";
        Customer customer = new Customer(url, email, "password of " + email.substring(0, 12));
        List<String> own = new ArrayList<>();
        try {
            while (!customer.signUp() && !pause(random)) {
                tally.count("sign-up failed");
            }
            while (!pause(random)) {
                act(customer, own, random);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("A person of the load ended early", e);
            tally.count("person ended early");
        }
    }

    /** True if the load is over. */
    private boolean pause(Random random) throws InterruptedException {
        return stopping.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void act(Customer customer, List<String> own, Random random) throws InterruptedException {
        int choice = random.nextInt(10);
        if (choice < 2 || tickets.isEmpty()) {
            list(customer, own, random);
        } else if (choice < 3 && !own.isEmpty()) {
            edit(customer, own.get(random.nextInt(own.size())), random);
        } else {
            buy(customer, tickets.get(random.nextInt(tickets.size())), random);
        }
    }

    private void list(Customer seller, List<String> own, Random random) {
        var answer =
                seller.post("/api/tickets", Map.of("title", "Show " + random.nextInt(1000), "price", price(random)));
        tally.count("list " + answer.status());
        if (answer.status() == 201) {
            promises.listed(seller, answer.id());
            own.add(answer.id());
            tickets.add(answer.id());
            if (tickets.size() > MOST_REMEMBERED) {
                tickets.removeFirst();
            }
        }
    }

    private void edit(Customer seller, String ticket, Random random) {
        var answer = seller.put(
                "/api/tickets/" + ticket, Map.of("title", "Show " + random.nextInt(1000), "price", price(random)));
        tally.count("edit " + answer.status());
    }

    private void buy(Customer buyer, String ticket, Random random) throws InterruptedException {
        var answer = buyer.post("/api/orders", Map.of("ticketId", ticket));
        tally.count("order " + answer.status());
        if (answer.status() != 201) {
            return;
        }
        String order = answer.id();
        promises.placed(buyer, order);
        boolean over = pause(random);
        switch (random.nextInt(4)) {
            case 0 -> cancel(buyer, order);
            case 1 -> tally.count("left to expire");
            default -> pay(buyer, order, over ? 1 : 5, random);
        }
    }

    private void cancel(Customer buyer, String order) {
        var answer = buyer.delete("/api/orders/" + order);
        tally.count("cancel " + answer.status());
        if (answer.status() == 204) {
            promises.cancelled(buyer, order);
        }
    }

    private void pay(Customer buyer, String order, int attempts, Random random) throws InterruptedException {
        for (int attempt = 0; attempt < attempts; attempt++) {
            String card = random.nextInt(6) == 0 ? "tok_chargeDeclined" : "tok_visa";
            var answer = buyer.post("/api/payments", Map.of("orderId", order, "token", card));
            tally.count("pay " + answer.status());
            if (answer.status() == 201) {
                promises.paid(buyer, order);
                return;
            }
            if (pause(random)) {
                return;
            }
        }
    }

    private static String price(Random random) {
        return (1 + random.nextInt(200)) + "." + (10 + random.nextInt(90));
    }
}
