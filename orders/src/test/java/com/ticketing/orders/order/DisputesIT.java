package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.orders.dispute.DisputeReplica;
import com.ticketing.orders.dispute.DisputeReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** The disputes about the charges of orders, which are stored beside the orders. */
@OrdersServiceTest
class DisputesIT {

    private static final String PAYMENT = SignedIn.newId();

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    DisputeReplicas disputes;

    @Autowired
    MongoOperations mongo;

    private static PaymentDisputed disputed(String order, long version, DisputeStatus status) {
        return new PaymentDisputed(PAYMENT, order, "pi_1", version, status);
    }

    @Test
    void keepsTheNewestVersionForEveryOrderingWithDuplicates() {
        List<DisputeReplica> history = List.of(
                new DisputeReplica("", 2, DisputeStatus.OPEN),
                new DisputeReplica("", 5, DisputeStatus.WON),
                new DisputeReplica("", 6, DisputeStatus.OPEN),
                new DisputeReplica("", 9, DisputeStatus.LOST));
        assertThat(MessageOrderings.permutationsWithDuplicates(history, 1))
                .hasSizeGreaterThan(24)
                .allSatisfy(ordering -> {
                    String order = SignedIn.newId();
                    for (DisputeReplica each : ordering) {
                        disputes.saveIfNewer(new DisputeReplica(order, each.version(), each.status()));
                    }
                    assertThat(disputes.find(order)).contains(new DisputeReplica(order, 9, DisputeStatus.LOST));
                });
    }

    @Test
    void keepsTheNewestVersionOfEventsThatArriveOutOfOrder() {
        String order = SignedIn.newId();
        channels.publish(disputed(order, 5, DisputeStatus.WON));
        channels.publish(disputed(order, 9, DisputeStatus.LOST));
        channels.publish(disputed(order, 2, DisputeStatus.OPEN));
        channels.publish(disputed(order, 9, DisputeStatus.LOST));
        channels.publish(disputed(order, 6, DisputeStatus.OPEN));
        awaitHandled();

        assertThat(disputes.find(order)).contains(new DisputeReplica(order, 9, DisputeStatus.LOST));
    }

    @Test
    void appliesAStatusThatIsPublishedAgain() {
        String order = SignedIn.newId();
        channels.publish(disputed(order, 3, DisputeStatus.LOST));
        channels.publish(disputed(order, 7, DisputeStatus.LOST));
        channels.publish(disputed(order, 2, DisputeStatus.OPEN));
        awaitHandled();
        assertThat(disputes.find(order)).contains(new DisputeReplica(order, 7, DisputeStatus.LOST));

        // the state of the same version, after the collection was lost
        mongo.remove(disputes.find(order).orElseThrow());
        channels.publish(disputed(order, 7, DisputeStatus.LOST));
        awaitHandled();

        assertThat(disputes.isLost(order)).isTrue();
    }

    @Test
    void storesNothingButIdsAndTheStatus() {
        String order = SignedIn.newId();
        channels.publish(
                Subject.PAYMENT_DISPUTED,
                "{\"id\":\"%s\",\"orderId\":\"%s\",\"stripeId\":\"pi_1\",\"version\":1,\"status\":\"open\",\"reason\":\"x\"}"
                        .formatted(PAYMENT, order));
        awaitHandled();

        assertThat(mongo.getCollection("disputes").find(new Document("_id", order)))
                .containsExactly(
                        new Document("_id", order).append("version", 1L).append("status", "OPEN"));
        assertThat(disputes.isLost(order)).isFalse();
    }

    @Test
    void changesNeitherTheOrderNorItsEvents() {
        Buyer buyer = Buyer.signedIn(api);
        String order = buyer.placeOrder(publisher.publishTicket());
        channels.publish(new PaymentCreated(PAYMENT, order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        JsonNode before = buyer.getOrder(order);

        channels.publish(disputed(order, 1, DisputeStatus.LOST));
        awaitHandled();

        assertThat(disputes.isLost(order)).isTrue();
        assertThat(buyer.getOrder(order)).isEqualTo(before);
        channels.publish(new PaymentRefunded(PAYMENT, order, "pi_1", 2, "requested", false));
        eventually(() -> assertThat(Stream.of(Subject.ORDER_COMPLETED, Subject.ORDER_REFUNDED)
                        .flatMap(subject -> channels.received(subject, order).stream())
                        .map(event -> event.path("version").asLong()))
                .containsExactly(1L, 2L));
    }

    /**
     * Awaits that the events published before are handled. The first later event can be handled beside them, in the
     * same batch; the second one is in a later batch, which begins when that one is handled.
     */
    private void awaitHandled() {
        for (String later : List.of(SignedIn.newId(), SignedIn.newId())) {
            channels.publish(disputed(later, 1, DisputeStatus.OPEN));
            eventually(() -> assertThat(disputes.find(later)).isPresent());
        }
    }
}
