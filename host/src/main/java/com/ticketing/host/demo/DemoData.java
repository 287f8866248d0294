package com.ticketing.host.demo;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Fills an empty suite with accounts, tickets and orders through its HTTP API. */
public final class DemoData {

    private static final String PASSWORD = "demo-password";
    private static final List<String> NAMES = List.of("ana", "bruno", "chidi", "dora", "emre");
    private static final Duration REPLICATED_WITHIN = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final String url;
    private final Clock clock;
    private final Consumer<String> log;

    public DemoData(String url, Clock clock, Consumer<String> log) {
        this.url = url;
        this.clock = clock;
        this.log = log;
    }

    /** Creates the data, unless there are tickets already. */
    public void create() {
        if (!ApiClient.anonymous(url).get("/api/tickets").expect(200).json().isEmpty()) {
            log.accept("tickets exist already, nothing was added");
            return;
        }
        List<ApiClient> users = NAMES.stream()
                .map(name -> ApiClient.signUp(url, email(name), PASSWORD))
                .toList();
        List<String> tickets = createTickets(users);
        int sold = 0;
        int held = 0;
        for (int i = 0; i < tickets.size(); i += 5) {
            // The buyer is the user after the seller.
            ApiClient buyer = users.get((i + 1) % users.size());
            ApiResponse order = postOnceReplicated(buyer, "/api/orders", Map.of("ticketId", tickets.get(i)));
            if (i % 10 == 0) {
                postOnceReplicated(buyer, "/api/payments", Map.of("token", "tok_visa", "orderId", order.id()));
                sold++;
            } else {
                held++;
            }
        }
        log.accept(tickets.size() + " tickets, of which " + sold + " are sold and " + held + " are held; sign in as "
                + String.join(", ", NAMES.stream().map(DemoData::email).toList()) + ", password: " + PASSWORD);
    }

    private List<String> createTickets(List<ApiClient> users) {
        List<String> ids = new ArrayList<>();
        for (Map<String, Object> ticket : DemoTickets.after(clock.instant())) {
            ApiClient seller = users.get(ids.size() % users.size());
            String id = seller.post("/api/tickets", ticket).expect(201).id();
            // the first sale waits for its delivery, so that the page shows this too
            if (!ids.isEmpty()) {
                giveCode(seller, id);
            }
            ids.add(id);
        }
        return ids;
    }

    private static void giveCode(ApiClient seller, String ticketId) {
        String code = "DEMO-" + ticketId.toUpperCase(Locale.ROOT);
        seller.put("/api/tickets/" + ticketId + "/delivery", Map.of("kind", "code", "value", code))
                .expect(204);
    }

    /** Repeats the request while the service has not applied the event of the ticket or order yet. */
    private static ApiResponse postOnceReplicated(ApiClient user, String path, Map<String, String> body) {
        AtomicReference<ApiResponse> last = new AtomicReference<>();
        Poll.until(Deadline.in(REPLICATED_WITHIN), POLL_INTERVAL, () -> {
            last.set(user.post(path, body));
            return last.get().status() != 404;
        });
        return last.get().expect(201);
    }

    private static String email(String name) {
        return name + "@example.com";
    }
}
