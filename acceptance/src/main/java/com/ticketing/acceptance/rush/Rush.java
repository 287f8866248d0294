package com.ticketing.acceptance.rush;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.host.api.Answer;
import com.ticketing.host.api.Person;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** What happens when the doors open: more buyers than tickets, many buyers of one ticket, edits in the middle of it. */
public final class Rush {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(5);
    private static final BigDecimal PRICE = new BigDecimal("10.00");
    private static final BigDecimal OTHER_PRICE = new BigDecimal("20.00");

    /** As many people as one machine's gateway has connections for. */
    private static final int RUSHING = 200;

    /** Afterwards nobody is in a hurry. */
    private static final int CALM = 16;

    private final Crowd crowd;
    private final Checker checker;
    private final Consumer<String> out;

    /** @param key what the suite signs its tokens with */
    public Rush(String gateway, String key, Checker checker, Consumer<String> out) {
        this.crowd = new Crowd(gateway, key);
        this.checker = checker;
        this.out = out;
    }

    private record Hold(Person buyer, String order) {}

    /** Many buyers for few tickets; then half of the holders let go and the others pay. */
    public Finding sale(int buyers, int tickets, long seed) throws InterruptedException {
        List<String> listed = list(crowd.person(), tickets);
        List<Person> people = crowd.people(buyers);
        List<Callable<Answer>> orders = new ArrayList<>();
        for (int number = 0; number < buyers; number++) {
            Person buyer = people.get(number);
            String ticket = listed.get(number % tickets);
            orders.add(() -> buyer.post("/api/orders", Map.of("ticketId", ticket)));
        }
        long start = System.nanoTime();
        // the shuffled order in which they come, and the people in the order in which they were made
        List<Integer> turns = new ArrayList<>();
        for (int number = 0; number < buyers; number++) {
            turns.add(number);
        }
        Collections.shuffle(turns, new Random(seed));
        List<Answer> answers = Crowd.all(turns.stream().map(orders::get).toList(), RUSHING);
        double seconds = (System.nanoTime() - start) / 1e9;

        List<String> violations = new ArrayList<>();
        List<Hold> holds = new ArrayList<>();
        for (int turn = 0; turn < buyers; turn++) {
            Answer answer = answers.get(turn);
            if (answer.status() == 201) {
                holds.add(new Hold(people.get(turns.get(turn)), answer.id()));
            } else if (!Refusals.isTaken(answer)) {
                violations.add("a buyer was told " + answer.status() + " " + answer.text());
            }
        }
        if (holds.size() != tickets) {
            violations.add(tickets + " tickets have " + holds.size() + " orders");
        }
        settle(holds, violations);
        out.accept(String.format(
                Locale.ROOT,
                "%d buyers, %d tickets: %d orders, %.0f answers/s",
                buyers,
                tickets,
                holds.size(),
                buyers / seconds));
        return new Finding("10 every ticket of a rush is sold once, everybody else is told", buyers, violations);
    }

    private static void settle(List<Hold> holds, List<String> violations) throws InterruptedException {
        List<Callable<Answer>> ends = new ArrayList<>();
        for (int number = 0; number < holds.size(); number++) {
            Hold hold = holds.get(number);
            ends.add(number % 2 == 0 ? () -> hold.buyer().delete("/api/orders/" + hold.order()) : () -> pay(hold));
        }
        List<Answer> answers = Crowd.all(ends, CALM);
        for (int number = 0; number < answers.size(); number++) {
            int expected = number % 2 == 0 ? 204 : 201;
            if (answers.get(number).status() != expected) {
                violations.add("the end of an order was answered with "
                        + answers.get(number).status() + " "
                        + answers.get(number).text());
            }
        }
    }

    /** Payments hears of the order a moment after the buyer does, and may have to ask Stripe what became of a charge. */
    private static Answer pay(Hold hold) {
        long deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
        Answer answer;
        do {
            answer = hold.buyer().post("/api/payments", Map.of("orderId", hold.order(), "token", "tok_visa"));
        } while (Set.of(404, 202).contains(answer.status()) && System.nanoTime() < deadline);
        return answer;
    }

    /** All of them want the same ticket at the same instant, again and again. */
    public Finding race(int buyers, int rounds) throws InterruptedException {
        List<String> violations = new ArrayList<>();
        for (String ticket : list(crowd.person(), rounds)) {
            List<Answer> answers = Crowd.together(crowd.people(buyers).stream()
                    .<Callable<Answer>>map(buyer -> () -> buyer.post("/api/orders", Map.of("ticketId", ticket)))
                    .toList());
            long winners =
                    answers.stream().filter(answer -> answer.status() == 201).count();
            if (winners != 1) {
                violations.add("ticket " + ticket + " has " + winners + " winners");
            }
            answers.stream()
                    .filter(answer -> answer.status() != 201 && !Refusals.isTaken(answer))
                    .forEach(answer -> violations.add("a buyer was told " + answer.status() + " " + answer.text()));
        }
        out.accept(rounds + " tickets, " + buyers + " buyers each at the same instant");
        return new Finding("11 of many buyers at the same instant one wins", (long) rounds * buyers, violations);
    }

    /** At the same instant two edits of the same version and two buyers who agreed to the first price. */
    public Finding edits(int rounds) throws InterruptedException {
        Person seller = crowd.person();
        List<Person> buyers = crowd.people(2);
        List<String> violations = new ArrayList<>();
        long edited = 0;
        long ordered = 0;
        for (String ticket : list(seller, rounds)) {
            Callable<Answer> edit = () ->
                    seller.put("/api/tickets/" + ticket, Map.of("title", "Edited", "price", OTHER_PRICE, "version", 0));
            List<Callable<Answer>> all = new ArrayList<>(List.of(edit, edit));
            buyers.forEach(
                    buyer -> all.add(() -> buyer.post("/api/orders", Map.of("ticketId", ticket, "price", PRICE))));
            EditRace race = new EditRace(ticket, PRICE, Crowd.together(all));
            violations.addAll(race.violations());
            edited += race.edits();
            ordered += race.orders();
        }
        out.accept(rounds + " tickets edited and ordered at the same instant: " + edited + " edits and " + ordered
                + " orders won");
        return new Finding("12 an edit and an order at the same instant agree on the price", rounds, violations);
    }

    /** Lists tickets and returns once everybody knows them. */
    private List<String> list(Person seller, int count) throws InterruptedException {
        Callable<String> listing = () -> seller.post("/api/tickets", Map.of("title", "Rush", "price", PRICE))
                .expect(201)
                .id();
        List<String> tickets = Crowd.all(Collections.nCopies(count, listing), CALM);
        checker.awaitQuiet(QUIET_WITHIN);
        return tickets;
    }
}
