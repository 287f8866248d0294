package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Inbox;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexField;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** Counts deliveries, so the ack-wait exceeds the time that a busy machine needs for a message. */
@ServiceTest(properties = "messaging.ack-wait=PT4S")
class DeliveryIT {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryIT.class);

    @Autowired
    Inbox inbox;

    @Autowired
    EventPublisher broker;

    @Autowired
    MongoOperations mongo;

    @Autowired
    DeadLetterReplay replay;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    ListenerAdapters adapters;

    @Autowired
    MovableClock clock;

    @Autowired
    Environment environment;

    @LocalManagementPort
    int managementPort;

    Channels channels;

    @BeforeEach
    void connect() throws Exception {
        await().until(broker::isConnected);
        channels = Channels.open(environment);
    }

    @AfterEach
    void leave() throws Exception {
        inbox.onDelivery(order -> {});
        channels.close();
    }

    /** Other tests may share the service; their tokens must not expire. */
    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void handlesAnEventOnceAndAcksIt() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        channels.publish(order);
        await().untilAsserted(() -> assertThat(inbox.orders()).contains(order));
        staysForSomeAckWaits(() -> assertThat(inbox.deliveriesOf(order.id())).isEqualTo(1));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void handlesAnEventInASpanOfTheTraceThatItCarries(CapturedOutput output) throws Exception {
        OrderCreated order = OrdersPlaced.next();
        inbox.onDelivery(delivered -> LOG.info("Delivered {}", delivered.id()));
        String json = EventJson.write(order, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        channels.publish(order.subject(), json);
        await().untilAsserted(() -> assertThat(output)
                .containsPattern("\\[4bf92f3577b34da6a3ce929d0e0e4736 [0-9a-f]{16}] .*Delivered " + order.id()));
    }

    @Test
    void redeliversAFailedMessageAndRemovesItsFailuresOnceItIsHandled() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        inbox.onDelivery(delivered -> {
            if (inbox.deliveriesOf(order.id()) == 1) {
                throw new IllegalStateException("not the first time");
            }
        });
        channels.publish(order);
        await().untilAsserted(() -> assertThat(inbox.deliveriesOf(order.id())).isEqualTo(2));
        await().untilAsserted(() -> assertThat(mongo.findAll(DeadLetter.class))
                .noneMatch(letter -> letter.data().contains(order.id())));
    }

    @Test
    void parksAMessageThatKeepsFailingAndReplaysItOnRequest() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        inbox.onDelivery(failing(order::equals, new IllegalStateException("never")));
        channels.publish(order);

        JsonNode parked = awaitParked(order.id());
        assertThat(parked.path("failures").asInt()).isEqualTo(2);
        assertThat(parked.path("error").asString())
                .contains("IllegalStateException")
                .contains("never");
        assertThat(inbox.deliveriesOf(order.id())).isEqualTo(2);
        staysForSomeAckWaits(() -> assertThat(inbox.deliveriesOf(order.id())).isEqualTo(2));

        assertThat(management()
                        .get("/actuator/metrics/messaging.dead.letters")
                        .expect(200)
                        .json()
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asDouble())
                .isPositive();

        String path = "/actuator/deadletters/" + parked.path("id").asString();
        assertThat(management().post(path, null).status()).isEqualTo(401);
        assertThat(operator("another secret").post(path, null).status()).isEqualTo(401);
        assertThat(operator()
                        .post(path, null)
                        .expect(200)
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("FAILED");
        inbox.onDelivery(delivered -> {});
        assertThat(operator()
                        .post(path, null)
                        .expect(200)
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("HANDLED");
        assertThat(operator()
                        .post(path, null)
                        .expect(200)
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("UNKNOWN");
        assertThat(inbox.deliveriesOf(order.id())).isEqualTo(4);
    }

    @Test
    void listsParkedMessagesOnlyWithTheManagementToken() {
        assertThat(management().get("/actuator/deadletters").status()).isEqualTo(401);
        assertThat(operator()
                        .get("/actuator/deadletters")
                        .expect(200)
                        .json()
                        .path("deadLetters")
                        .isArray())
                .isTrue();
    }

    @Test
    void retriesParkedMessagesAfterAnHour() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        inbox.onDelivery(failing(order::equals, new IllegalStateException("for now")));
        channels.publish(order);
        awaitParked(order.id());
        inbox.onDelivery(delivered -> {});
        replay.replayDue();
        assertThat(inbox.deliveriesOf(order.id())).isEqualTo(2);
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        replay.replayDue();
        assertThat(inbox.deliveriesOf(order.id())).isEqualTo(3);
        assertThat(parked(order.id())).isNull();
    }

    @Test
    void parksAnUnreadableMessageAtOnce() throws Exception {
        OrderCreated next = OrdersPlaced.next();
        String unique = next.id();
        int emptyBefore = unreadable(String::isEmpty).size();
        for (String text : List.of("not JSON but %s", "", "[\"%s\"]", "{\"id\":\"%s\"}")) {
            channels.publish(Subject.ORDER_CREATED, text.replace("%s", unique));
        }
        await().untilAsserted(() -> {
            assertThat(unreadable(data -> data.contains(unique))).hasSize(3);
            assertThat(unreadable(String::isEmpty)).hasSize(emptyBefore + 1);
        });
        channels.publish(next);
        await().untilAsserted(() -> assertThat(inbox.received()).contains(next.id()));
    }

    @Test
    void retriesAnUnreadableMessageWhenTheServiceStarts() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        String readable = EventJson.write(order, null);
        channels.publish(Subject.ORDER_CREATED, readable.replace("\"created\"", "\"postponed\""));
        JsonNode letter = awaitParked(order.id());
        assertThat(letter.path("readable").asBoolean()).isFalse();
        // as if the next version of the service knew the status
        mongo.updateFirst(
                query(where("_id").is(letter.path("id").asString())),
                new Update().set("data", readable),
                DeadLetter.class);

        new DeadLetterReplay(deadLetters, adapters.all()).replayDue();

        assertThat(inbox.received()).contains(order.id());
        assertThat(parked(order.id())).isNull();
    }

    @Test
    void doesNotCountOutagesAsFailures() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        inbox.onDelivery(failing(order::equals, new DataAccessResourceFailureException("no database")));
        channels.publish(order);
        await().untilAsserted(() -> assertThat(inbox.deliveriesOf(order.id())).isGreaterThanOrEqualTo(4));
        inbox.onDelivery(failing(order::equals, new UncheckedIOException(new IOException("no network"))));
        long before = inbox.deliveriesOf(order.id());
        await().untilAsserted(() -> assertThat(inbox.deliveriesOf(order.id())).isGreaterThan(before + 1));
        assertThat(parked(order.id())).isNull();
    }

    @Test
    void doesNotCountAPostponedMessageAsFailed() throws Exception {
        OrderCreated order = OrdersPlaced.next();
        AtomicInteger left = new AtomicInteger(3);
        inbox.onDelivery(delivered -> {
            if (delivered.equals(order) && left.getAndDecrement() > 0) {
                throw new RedeliverLaterException("too early");
            }
        });
        channels.publish(order);
        await().untilAsserted(() -> assertThat(inbox.deliveriesOf(order.id())).isEqualTo(4));
        assertThat(parked(order.id())).isNull();
        staysForSomeAckWaits(() -> assertThat(inbox.deliveriesOf(order.id())).isEqualTo(4));
    }

    @Test
    void hasAnIndexForEachQueryOfDeadLetters() {
        assertThat(mongo.indexOps(DeadLetter.class).getIndexInfo())
                .extracting(index ->
                        index.getIndexFields().stream().map(IndexField::getKey).toList())
                .extracting(Object::toString)
                .contains("[parkedAt]", "[nextAttemptAt]", "[failedAt]");
    }

    private static Consumer<OrderCreated> failing(Predicate<OrderCreated> which, RuntimeException failure) {
        return order -> {
            if (which.test(order)) {
                throw failure;
            }
        };
    }

    private JsonNode awaitParked(String id) {
        return await().until(() -> parked(id), Objects::nonNull);
    }

    private @Nullable JsonNode parked(String id) {
        for (JsonNode letter :
                operator().get("/actuator/deadletters").expect(200).json().path("deadLetters")) {
            if (letter.path("data").asString().contains(id)) {
                return letter;
            }
        }
        return null;
    }

    /** Returns the unreadable parked messages with such a text. */
    private List<JsonNode> unreadable(Predicate<String> text) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode letter :
                operator().get("/actuator/deadletters").expect(200).json().path("deadLetters")) {
            if (!letter.path("readable").asBoolean()
                    && text.test(letter.path("data").asString())) {
                found.add(letter);
            }
        }
        return found;
    }

    private Api management() {
        return new Api("http://localhost:" + managementPort);
    }

    private Api operator() {
        return operator("the operators secret");
    }

    private Api operator(String token) {
        return management().with("Authorization", "Bearer " + token);
    }

    private static void staysForSomeAckWaits(ThrowingRunnable assertion) {
        await().during(Duration.ofSeconds(6)).untilAsserted(assertion);
    }
}
