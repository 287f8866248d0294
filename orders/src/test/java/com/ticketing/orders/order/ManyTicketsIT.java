package com.ticketing.orders.order;

import static com.mongodb.client.model.Filters.in;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Tickets that arrive together are stored with few statements. */
@ServiceTest(properties = {"jwt.access-life=P2D", "orders.sweep-interval=PT1H"})
@Import({Channels.class, DatabaseCommands.class, DeadLetterDocuments.class, MovableClock.class, TicketPublisher.class})
class ManyTicketsIT {

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    @Autowired
    DeadLetterDocuments deadLetters;

    @Autowired
    TicketReplicas replicas;

    @Test
    void storesManyTicketsWithFewStatements() {
        List<TicketCreated> tickets = tickets(200);
        commands.during(() -> publish(Subject.TICKET_CREATED, json(tickets)), () -> assertStored(tickets));

        assertThat(commands.writes()).isLessThanOrEqualTo(50);
    }

    @Test
    void parksOnlyTheUnreadableMessageOfABatch() {
        List<TicketCreated> tickets = tickets(60);
        String marker = SignedIn.newId();
        List<String> messages = new ArrayList<>(json(tickets));
        messages.add(30, "{\"id\":\"" + marker + "\",\"version\":\"none\"}");

        publish(Subject.TICKET_CREATED, messages);

        eventually(() -> assertStored(tickets));
        eventually(() -> assertThat(deadLetters.containing(marker)).hasSize(1));
    }

    @Test
    void keepsTheNewestVersionOfEachTicketOfABatch() {
        List<TicketCreated> tickets = tickets(10);
        publish(Subject.TICKET_CREATED, json(tickets));
        eventually(() -> assertStored(tickets));

        List<TicketUpdated> updates = new ArrayList<>();
        for (TicketCreated ticket : tickets) {
            for (long version : new long[] {2, 5, 3, 5, 1}) {
                updates.add(new TicketUpdated(
                        ticket.id(),
                        version,
                        "Title " + version,
                        BigDecimal.TEN,
                        ticket.sellerId(),
                        null,
                        null,
                        TicketFacts.NONE));
            }
        }
        Collections.rotate(updates, 3);
        publish(
                Subject.TICKET_UPDATED,
                updates.stream().map(event -> EventJson.write(event, null)).toList());

        eventually(() -> assertThat(tickets)
                .allSatisfy(ticket -> assertThat(replicas.find(ticket.id()).orElseThrow())
                        .satisfies(replica -> {
                            assertThat(replica.version()).isEqualTo(5);
                            assertThat(replica.title()).isEqualTo("Title 5");
                        })));
    }

    private static List<TicketCreated> tickets(int number) {
        return Stream.generate(
                        () -> new TicketCreated(SignedIn.newId(), 0, "Concert", BigDecimal.TEN, SignedIn.newId()))
                .limit(number)
                .toList();
    }

    private static List<String> json(List<TicketCreated> tickets) {
        return tickets.stream().map(event -> EventJson.write(event, null)).toList();
    }

    private void publish(Subject subject, List<String> messages) {
        channels.publishAll(subject, messages);
    }

    private void assertStored(List<TicketCreated> tickets) {
        List<String> ids = tickets.stream().map(TicketCreated::id).toList();
        assertThat(commands.documents("tickets", in("_id", ids))).isEqualTo(tickets.size());
    }
}
