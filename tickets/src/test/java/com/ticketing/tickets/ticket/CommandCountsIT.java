package com.ticketing.tickets.ticket;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Counts the database commands of each operation. A change of these numbers is a change of performance.
 *
 * <p>Acknowledgements linger longer than by default: a burst costs one statement per linger time, and it takes longer
 * on a slow machine.
 */
@ServiceTest(properties = "outbox.linger=PT0.5S")
@Import({Channels.class, DatabaseCommands.class})
class CommandCountsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    Seller seller;
    String ticket;
    OrderEvents order;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        ticket = seller.createDefaultTicket();
        order = OrderEvents.of(ticket);
    }

    @Test
    void createsATicket() {
        assertDocumented(
                "tickets",
                "create",
                commands.during(() -> ticket = seller.createDefaultTicket(), () -> assertVersion(0)));
    }

    /** The key costs one command, and a creation without a key none. */
    @Test
    void createsATicketWithAnIdempotencyKey() {
        Api withKey = seller.api().with("Idempotency-Key", "key");
        Map<String, Object> created = Map.of("title", "Concert", "price", 20);
        assertDocumented(
                "tickets",
                "create with an idempotency key",
                commands.during(
                        () -> ticket = withKey.post("/api/tickets", created)
                                .expect(201)
                                .json()
                                .path("id")
                                .asString(),
                        () -> assertVersion(0)));
    }

    @Test
    void editsATicket() {
        Map<String, Object> edited = Map.of("title", "Opera", "price", 30);
        assertDocumented(
                "tickets",
                "edit",
                commands.during(
                        () -> seller.api().put("/api/tickets/" + ticket, edited).expect(200), () -> assertVersion(1)));
    }

    @Test
    void holdsATicket() {
        assertDocumented("tickets", "hold", apply(order.created(), 1));
    }

    @Test
    void releasesATicket() {
        apply(order.created(), 1);
        assertDocumented("tickets", "release", apply(order.cancelled(), 2));
    }

    @Test
    void sellsATicket() {
        apply(order.created(), 1);
        assertDocumented("tickets", "sale", apply(order.completed(), 2));
    }

    /** One statement acknowledges the events of many tickets: those that are created while the first one lingers. */
    @Test
    void writesEachTicketOfManyOnlyABitMoreThanOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> creations = Stream.generate(() -> Seller.signedIn(api))
                    .<Callable<String>>map(each -> each::createDefaultTicket)
                    .limit(160)
                    .toList();
            List<Future<String>> created = new ArrayList<>();
            commands.during(
                    () -> creations.forEach(creation -> created.add(threads.submit(creation))),
                    () -> assertThat(created).allMatch(Future::isDone));

            assertThat(created).extracting(Future::get).doesNotHaveDuplicates();
            assertThat(commands.writes()).isLessThanOrEqualTo(192);
        }
    }

    private String apply(Event event, long version) {
        return commands.during(() -> channels.publish(event), () -> assertVersion(version));
    }

    private void assertVersion(long version) {
        assertThat(commands.documents("tickets", and(eq("_id", ticket), eq("version", version))))
                .isOne();
    }
}
