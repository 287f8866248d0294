package com.ticketing.payments;

import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.events.Subject;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pins the events on the wire to the example files. */
class EventContractIT extends PaymentsServiceTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ReconciliationTrigger trigger;

    @Test
    void publishedEventsMatchTheExamples() {
        OrderEvents order = placed("19.99");
        String id = pay(order, "tok_visa").expect(201).json().path("id").asString();
        as(order.seller())
                .post("/api/payments/" + id + "/refund", Map.of("relist", true))
                .expect(200);
        eventually(() -> assertThat(refunded(order)).hasSize(1));

        assertLike("payment-created.json", message(Subject.PAYMENT_CREATED, order));
        assertLike("payment-refunded.json", message(Subject.PAYMENT_REFUNDED, order));

        dispute(order);
        assertLike("payment-disputed.json", message(Subject.PAYMENT_DISPUTED, order));
        assertThat(disputed(order).getFirst())
                .returns(id, PaymentDisputed::id)
                .returns(intent(order).id(), PaymentDisputed::stripeId);
    }

    /** Opens a dispute at Stripe, and reconciles as the webhook for it would. */
    private void dispute(OrderEvents order) {
        String intent = intent(order).id();
        stripe.dispute(intent);
        trigger.reconcileSoon(intent);
        eventually(() -> assertThat(disputed(order)).isNotEmpty());
    }

    @Test
    void republishesTheCurrentState() {
        OrderEvents order = placed("19.99");
        assertThat(payments.republish(order.id())).as("unpaid").isFalse();
        String id = pay(order, "tok_visa").expect(201).json().path("id").asString();
        eventually(() -> assertThat(created(order)).hasSize(1));

        assertThat(payments.republish(order.id())).isTrue();

        eventually(() -> assertThat(created(order)).hasSize(2));
        assertThat(created(order).getLast().id()).isEqualTo(id);
        as(order.seller())
                .post("/api/payments/" + id + "/refund", Map.of("relist", true))
                .expect(200);
        eventually(() -> assertThat(refunded(order)).hasSize(1));
        assertThat(payments.republish(order.id())).isTrue();
        eventually(() -> assertThat(refunded(order)).hasSize(2));
        assertThat(refunded(order).getLast().reason())
                .isEqualTo(refunded(order).getFirst().reason());
        assertThat(refunded(order).getLast().relist()).isTrue();
    }

    @Test
    void republishesTheStatusOfADispute() {
        OrderEvents order = placed("19.99");
        pay(order, "tok_visa").expect(201);
        dispute(order);

        assertThat(payments.republish(order.id())).isTrue();

        eventually(() -> assertThat(disputed(order)).hasSize(2));
        assertThat(disputed(order).getLast())
                .returns(disputed(order).getFirst().status(), PaymentDisputed::status)
                .returns(payments.get(order.id()).version(), PaymentDisputed::version);
        eventually(() -> assertThat(created(order)).hasSize(2));
    }

    @Test
    void exampleEventsWithAddedFieldsAreApplied() {
        String id = SignedIn.newId();
        publishExtended(Subject.ORDER_CREATED, "order-created.json", id);
        awaitOrder(id, order -> order.status() == OrderStatus.CREATED && order.price() != null);
        publishExtended(Subject.ORDER_COMPLETED, "order-completed.json", id);
        awaitOrder(id, order -> order.status() == OrderStatus.COMPLETE);
        publishExtended(Subject.ORDER_REFUNDED, "order-refunded.json", id);
        awaitOrder(id, order -> order.status() == OrderStatus.REFUNDED);
        publishExtended(Subject.ORDER_CANCELLED, "order-cancelled.json", id);
        publishExtended(Subject.ORDER_CREATED, "order-created.json", id);
        awaitHandled();
        OrderReplica order = payments.find(id).orElseThrow().order();
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.price()).isEqualByComparingTo("19.99");
        assertThat(order.buyerId()).isEqualTo("6924400000000000000000b2");
        assertThat(order.sellerId()).isEqualTo("6924400000000000000000b1");
        assertThat(order.ticketId()).isEqualTo("6924400000000000000000a1");
        assertThat(order.expiresAt()).isEqualTo("2026-11-24T12:15:00Z");
    }

    @Test
    void theReplicaFollowsAUsedPass() {
        OrderEvents order = placed("19.99");

        channels.publish(order.completed());
        channels.publish(order.used());

        eventually(() -> assertThat(payments.find(order.id()).orElseThrow().order())
                .returns(2L, OrderReplica::version)
                .returns(OrderStatus.COMPLETE, OrderReplica::status));
    }

    /**
     * Awaits that the orders created and cancelled before are handled. The first later event of a channel can be
     * handled beside them, in the same batch; the second one is in a later batch.
     */
    private void awaitHandled() {
        for (OrderEvents later : List.of(OrderEvents.priced("20"), OrderEvents.priced("20"))) {
            placed(later);
            channels.publish(later.cancelled());
            awaitPayment(later, payment -> payment.order().isCancelled());
        }
    }

    private void awaitOrder(String id, java.util.function.Predicate<OrderReplica> condition) {
        eventually(() -> assertThat(payments.find(id))
                .hasValueSatisfying(
                        payment -> assertThat(condition.test(payment.order())).isTrue()));
    }

    private void publishExtended(Subject subject, String example, String id) {
        ObjectNode json = (ObjectNode) example(example);
        json.put("id", id);
        json.put("addedLater", true).putObject("alsoAdded").putArray("list").add(1);
        ((ObjectNode) json.path("ticket")).put("addedLater", "x");
        json.put(EventJson.TRACEPARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        channels.publish(subject, json.toString());
    }

    /** Compares fields and JSON types, and the values of those fields that are the same for every payment. */
    private static void assertLike(String example, JsonNode actual) {
        ObjectNode expected = (ObjectNode) example(example);
        ObjectNode event = (ObjectNode) actual.deepCopy();
        event.remove(EventJson.TRACEPARENT);
        for (String field : List.of("id", "orderId", "stripeId", "version")) {
            assertThat(event.path(field).getNodeType())
                    .as(field)
                    .isEqualTo(expected.path(field).getNodeType());
            expected.set(field, event.path(field));
        }
        assertThat(event).isEqualTo(expected);
    }

    private JsonNode message(Subject subject, OrderEvents order) {
        eventually(() -> assertThat(channels.receivedWith(subject, "orderId", order.id()))
                .hasSize(1));
        return channels.receivedWith(subject, "orderId", order.id()).getFirst();
    }

    private static JsonNode example(String name) {
        try (InputStream file = EventJson.class.getResourceAsStream("examples/" + name)) {
            return JSON.readTree(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
