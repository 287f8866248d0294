package com.ticketing.host.demo;

import com.ticketing.host.api.Answer;
import com.ticketing.host.api.Person;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Fills an empty suite as people would: through its HTTP API. */
public final class Demo {

    private static final String PASSWORD = "demo-password";
    private static final List<String> PEOPLE = List.of("ana", "bruno", "chidi", "dora", "emre");
    private static final List<String> ACTS = List.of(
            "The Long Delay",
            "Nordic Chamber Choir",
            "Saturday Jazz Cellar",
            "Harbour Film Night",
            "City Derby",
            "Improv at the Depot",
            "Planetarium Late Show",
            "Winter Circus",
            "Poetry Slam Final",
            "Open Air Opera");
    private static final List<String> SEATS =
            List.of("front row", "balcony, seat 12", "standing", "row 7, two seats together");
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String url;
    private final Consumer<String> say;

    public Demo(String url, Consumer<String> say) {
        this.url = url;
        this.say = say;
    }

    public void fill() {
        if (!Person.stranger(url).get("/api/tickets").expect(200).json().isEmpty()) {
            say.accept("Demo: there are tickets already, so nothing was added");
            return;
        }
        List<Person> people = PEOPLE.stream()
                .map(name -> Person.signUp(url, email(name), PASSWORD))
                .toList();
        List<String> tickets = listTickets(people);
        int sold = 0;
        int held = 0;
        for (int i = 0; i < tickets.size(); i += 5) {
            // Each ticket's buyer is the next person after its seller.
            Person buyer = people.get((i + 1) % people.size());
            Answer order = postOnceKnown(buyer, "/api/orders", Map.of("ticketId", tickets.get(i)));
            if (i % 10 == 0) {
                postOnceKnown(buyer, "/api/payments", Map.of("token", "tok_visa", "orderId", order.id()));
                sold++;
            } else {
                held++;
            }
        }
        say.accept("Demo: " + tickets.size() + " tickets, of which " + sold + " are sold and " + held + " are held");
        PEOPLE.forEach(name -> say.accept("Demo account: " + email(name) + "  password: " + PASSWORD));
    }

    private static List<String> listTickets(List<Person> people) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ACTS.size() * SEATS.size(); i++) {
            String title = ACTS.get(i % ACTS.size()) + ", " + SEATS.get(i % SEATS.size());
            BigDecimal price = BigDecimal.valueOf(1250 + 475L * (i % 17), 2);
            ids.add(people.get(i % people.size())
                    .post("/api/tickets", Map.of("title", title, "price", price))
                    .expect(201)
                    .id());
        }
        return ids;
    }

    /** One service hears of another's ticket or order a moment after it was made. */
    private static Answer postOnceKnown(Person person, String path, Map<String, String> body) {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        Answer answer = person.post(path, body);
        while (answer.status() == 404 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = person.post(path, body);
        }
        return answer.expect(201);
    }

    private static String email(String name) {
        return name + "@example.com";
    }
}
