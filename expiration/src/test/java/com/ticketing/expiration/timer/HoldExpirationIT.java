package com.ticketing.expiration.timer;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.Seeded;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ExpirationServiceTest
class HoldExpirationIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    Timers timers;

    OrderEvents order;

    @BeforeEach
    void createOrder() {
        clock.stop();
        order = OrderEvents.expiringAt(clock.instant().plus(HOLD));
    }

    static Stream<Seeded<List<Integer>>> orderings() {
        return MessageOrderings.random(List.of(0, 1), 3, 8);
    }

    @Test
    void publishesTheExpirationWhenTheHoldEndsAndNotBefore() {
        channels.publish(order.created());
        awaitVersion(order, 0);
        clock.advance(HOLD.minusMinutes(1));
        awaitAnotherExpiration();
        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .isEmpty();

        clock.advance(Duration.ofMinutes(1));
        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.propertyNames()).contains("orderId").isSubsetOf("orderId", "traceparent")));
        awaitAnotherExpiration();
        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(1);
    }

    @Test
    void publishesTheExpirationAtOnceForAHoldThatHasEnded() {
        OrderEvents late = OrderEvents.expiringAt(clock.instant().minus(HOLD));
        channels.publish(late.created());

        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", late.id()))
                .hasSize(1));
    }

    @Test
    void republishesTheExpirationOfAHoldWhenItEnds() {
        channels.publish(order.created());
        awaitVersion(order, 0);
        assertThat(timers.republish(order.id())).isTrue();
        awaitAnotherExpiration();
        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .as("before the end")
                .isEmpty();

        clock.advance(HOLD);
        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(2));
        assertThat(timers.republish(order.id())).isTrue();
        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(3));
    }

    @Test
    void publishesOneExpirationForADuplicateOrderCreated() {
        channels.publish(order.created());
        channels.publish(order.created());
        clock.advance(HOLD);
        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(1));
        channels.publish(order.created());
        awaitAnotherExpiration();

        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(1);
        assertThat(timers.find(order.id()).orElseThrow().version()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publishesNoExpirationForAnOrderThatEndedInTime(boolean paid) {
        channels.publish(order.created());
        awaitVersion(order, 0);
        channels.publish(end(paid));
        awaitVersion(order, 1);

        clock.advance(HOLD);
        awaitAnotherExpiration();
        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publishesNoExpirationIfTheEndOfTheOrderArrivesFirst(boolean paid) {
        channels.publish(end(paid));
        awaitVersion(order, 1);
        channels.publish(order.created());
        clock.advance(HOLD);
        awaitAnotherExpiration();

        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .isEmpty();
        awaitVersion(order, 1);
    }

    @ParameterizedTest
    @MethodSource("orderings")
    void publishesNoExpirationForAnEndedOrderInAnyOrderingOfItsEvents(Seeded<List<Integer>> ordering) {
        List<Event> events = List.of(order.created(), order.cancelled());
        ordering.value().stream().map(events::get).forEach(channels::publish);
        awaitVersion(order, 1);
        clock.advance(HOLD);
        awaitAnotherExpiration();

        assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .isEmpty();
    }

    @Test
    void acceptsOrderCreatedOfAnotherProducerWithOtherFields() {
        channels.publish(Subject.ORDER_CREATED, """
                {"id":"%s","version":0,"status":"created","userId":"u1","expiresAt":"%s","ticket":{"id":"t1","price":20},"__v":0}""".formatted(order.id(), order.expiresAt()));
        awaitVersion(order, 0);
        clock.advance(HOLD);

        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                .hasSize(1));
    }

    private Event end(boolean paid) {
        return paid ? order.completed() : order.cancelled();
    }

    private void awaitVersion(OrderEvents of, long version) {
        eventually(() -> assertThat(timers.find(of.id()))
                .hasValueSatisfying(timer -> assertThat(timer).hasFieldOrPropertyWithValue("orderVersion", version)));
    }

    /** Awaits the expiration of an order that is published after all others and is due now. */
    private void awaitAnotherExpiration() {
        OrderEvents another = OrderEvents.expiringAt(clock.instant());
        channels.publish(another.created());
        eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", another.id()))
                .hasSize(1));
    }
}
