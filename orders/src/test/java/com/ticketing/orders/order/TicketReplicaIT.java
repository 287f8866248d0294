package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.orders.ticket.TicketReplica;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The replica of a ticket reaches its newest version for every ordering of the ticket's events. */
@OrdersServiceTest
class TicketReplicaIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketReplicas replicas;

    @Test
    void keepsTheNewestVersionForEveryOrderingWithDuplicates() {
        assertThat(MessageOrderings.permutationsWithDuplicates(List.of(0, 1, 2, 3), 1))
                .isNotEmpty()
                .allSatisfy(ordering -> {
                    String id = SignedIn.newId();
                    ordering.forEach(version -> replicas.saveIfNewer(version(id, version)));
                    assertThat(replicas.find(id)).contains(version(id, 3));
                });
    }

    @Test
    void appliesTicketEvents() {
        TicketCreated created = created();
        channels.publish(created);
        channels.publish(updated(created, 1, "21"));
        channels.publish(updated(created, 2, "22.50"));

        awaitReplica(created, 2, "22.5");
        assertThat(statusOfOrderAt(created, "22.5")).isEqualTo(201);
    }

    @Test
    void startsWithAnUpdateThatArrivesBeforeTicketCreated() {
        TicketCreated created = created();
        channels.publish(updated(created, 4, "24"));
        awaitReplica(created, 4, "24");
        channels.publish(created);
        awaitHandled();

        awaitReplica(created, 4, "24");
    }

    @Test
    void acceptsSkippedVersionsAndIgnoresOldOnes() {
        TicketCreated created = created();
        channels.publish(created);
        IntStream.of(7, 3, 7, 1).forEach(version -> channels.publish(updated(created, version, "2" + version)));
        TicketCreated later = created();
        channels.publish(updated(later, 1, "1"));
        awaitReplica(later, 1, "1");

        awaitReplica(created, 7, "27");
    }

    @Test
    void acceptsTheEventOfAnotherProducerWithOtherFields() {
        String id = SignedIn.newId();
        channels.publish(
                Subject.TICKET_CREATED,
                "{\"id\":\"%s\",\"version\":0,\"title\":\"Concert\",\"price\":20.0,\"userId\":\"u1\",\"seat\":[7]}"
                        .formatted(id));

        eventually(
                () -> assertThat(replicas.find(id)).contains(replica(id, 0, "Concert", BigDecimal.valueOf(20), "u1")));
    }

    private static TicketReplica version(String id, int version) {
        return replica(id, version, "Title " + version, BigDecimal.valueOf(20 + version), "seller");
    }

    private static TicketReplica replica(String id, long version, String title, BigDecimal price, String sellerId) {
        return new TicketReplica(id, version, title, price, sellerId, TicketFacts.NONE, null);
    }

    private static TicketCreated created() {
        return new TicketCreated(SignedIn.newId(), 0, "Concert", BigDecimal.valueOf(20), SignedIn.newId());
    }

    private static TicketUpdated updated(TicketCreated ticket, long version, String price) {
        return new TicketUpdated(ticket.id(), version, "Concert", new BigDecimal(price), ticket.sellerId(), null);
    }

    private void awaitHandled() {
        TicketCreated later = created();
        channels.publish(later);
        awaitReplica(later, 0, "20");
    }

    private void awaitReplica(TicketCreated ticket, long version, String price) {
        eventually(() -> assertThat(replicas.find(ticket.id()))
                .contains(replica(ticket.id(), version, "Concert", new BigDecimal(price), ticket.sellerId())));
    }

    private int statusOfOrderAt(TicketCreated ticket, String price) {
        String body = "{\"ticketId\":\"%s\",\"price\":%s}".formatted(ticket.id(), price);
        return Buyer.signedIn(api)
                .api()
                .sendText("POST", "/api/orders", "application/json", body)
                .status();
    }
}
