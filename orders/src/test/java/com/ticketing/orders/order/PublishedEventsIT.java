package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exact JSON of the published events. */
@OrdersServiceTest
class PublishedEventsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    Orders orders;

    @Autowired
    Clock clock;

    Buyer buyer;
    TicketCreated ticket;
    String order;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        ticket = publisher.publish("19.90");
        order = buyer.placeOrder(ticket.id());
    }

    @Test
    void publishesOrderCreated() {
        assertPublished(Subject.ORDER_CREATED, """
                {"id":"%s","version":0,"status":"created","userId":"%s","expiresAt":"%s",
                 "ticket":{"id":"%s","price":19.9,"userId":"%s"}}""".formatted(
                order, buyer.id(), buyer.getOrder(order).path("expiresAt").asString(), ticket.id(), ticket.sellerId()));
        assertThat(buyer.getOrder(order).path("expiresAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
    }

    @Test
    void publishesOrderCancelled() {
        buyer.cancelOrder(order).expect(204);

        assertPublished(Subject.ORDER_CANCELLED, ended(1, "cancelled", ""));
    }

    @Test
    void publishesOrderCompletedAndOrderRefunded() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(published(Subject.ORDER_COMPLETED)).hasSize(1));
        String completedAt = published(Subject.ORDER_COMPLETED)
                .getFirst()
                .path("completedAt")
                .asString();
        assertThat(Instant.parse(completedAt)).isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertPublished(
                Subject.ORDER_COMPLETED, """
                {"id":"%s","version":1,"status":"complete","userId":"%s",
                 "ticket":{"id":"%s","title":"Concert","price":19.9,"userId":"%s"},"completedAt":"%s"}""".formatted(order, buyer.id(), ticket.id(), ticket.sellerId(), completedAt));

        channels.publish(new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "requested", true));
        assertPublished(Subject.ORDER_REFUNDED, ended(2, "refunded", ",\"relisted\":true"));
    }

    @Test
    void publishesOrderCancelledAgainForALateRefund() {
        buyer.cancelOrder(order).expect(204);
        channels.publish(new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "late", true));

        assertPublished(Subject.ORDER_CANCELLED, ended(1, "cancelled", ""), ended(2, "cancelled", ""));
    }

    @Test
    void publishesOrderCancelledAgainForALatePayment() {
        buyer.cancelOrder(order).expect(204);
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));

        assertPublished(Subject.ORDER_CANCELLED, ended(1, "cancelled", ""), ended(2, "cancelled", ""));
    }

    @Test
    void republishesTheCurrentStateWithItsVersion() {
        assertRepublished(Subject.ORDER_CREATED);
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        assertRepublished(Subject.ORDER_COMPLETED);
        channels.publish(new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "requested", true));
        assertRepublished(Subject.ORDER_REFUNDED);
        assertThat(orders.find(order).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void republishesACancelledOrder() {
        buyer.cancelOrder(order).expect(204);

        assertRepublished(Subject.ORDER_CANCELLED);
    }

    private void assertRepublished(Subject subject) {
        eventually(() -> assertThat(published(subject)).hasSize(1));
        assertThat(orders.republish(order)).isTrue();
        eventually(() -> assertThat(published(subject)).hasSize(2));
        assertThat(published(subject).getLast()).isEqualTo(published(subject).getFirst());
    }

    @Test
    void publishesEveryVersionOnce() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        buyer.cancelOrder(order).expect(400);
        channels.publish(new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "requested", false));
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_REFUNDED, order)).hasSize(1));

        eventually(() -> assertThat(Stream.of(
                                Subject.ORDER_CREATED,
                                Subject.ORDER_CANCELLED,
                                Subject.ORDER_COMPLETED,
                                Subject.ORDER_REFUNDED)
                        .flatMap(subject -> channels.received(subject, order).stream())
                        .map(event -> event.path("version").asLong()))
                .containsExactly(0L, 1L, 2L));
    }

    private String ended(int version, String status, String more) {
        return """
               {"id":"%s","version":%d,"status":"%s","userId":"%s","ticket":{"id":"%s"}%s}""".formatted(order, version, status, buyer.id(), ticket.id(), more);
    }

    /** Compares without {@code traceparent}, which is different in every run. */
    private void assertPublished(Subject subject, String... golden) {
        List<JsonNode> expected =
                Stream.of(golden).map(JsonMapper.shared()::readTree).toList();
        eventually(() -> assertThat(published(subject)).isEqualTo(expected));
    }

    private List<JsonNode> published(Subject subject) {
        return channels.received(subject, order).stream()
                .map(event -> (JsonNode) event.asObject().deepCopy().remove(List.of("traceparent")))
                .toList();
    }
}
