package com.ticketing.expiration.timer;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
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
class ExpiryIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    Timers timers;

    OrderEvents order;

    @BeforeEach
    void placeOne() {
        order = OrderEvents.expiringAt(clock.instant().plus(HOLD));
    }

    static Stream<Seeded<List<Integer>>> arrivals() {
        return MessageOrderings.random(List.of(0, 1), 3, 8);
    }

    @Test
    void comesWhenTheHoldEndsAndNotBefore() {
        channels.publish(order.created());
        awaitKnown(order, 0);
        clock.advance(HOLD.minusMinutes(1));
        firesAnother();
        assertThat(channels.fired(order.id())).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        eventually(() -> assertThat(channels.fired(order.id()))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.propertyNames()).contains("orderId").isSubsetOf("orderId", "traceparent")));
        firesAnother();
        assertThat(channels.fired(order.id())).hasSize(1);
    }

    @Test
    void comesAtOnceForAHoldThatHasEndedAlready() {
        OrderEvents late = OrderEvents.expiringAt(clock.instant().minus(HOLD));
        channels.publish(late.created());

        eventually(() -> assertThat(channels.fired(late.id())).hasSize(1));
    }

    @Test
    void comesOnceForAnOrderHeardOfTwice() {
        channels.publish(order.created());
        channels.publish(order.created());
        clock.advance(HOLD);
        eventually(() -> assertThat(channels.fired(order.id())).hasSize(1));
        channels.publish(order.created());
        firesAnother();

        assertThat(channels.fired(order.id())).hasSize(1);
        assertThat(timers.find(order.id()).orElseThrow().version()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotComeForAnOrderThatEndedBefore(boolean paid) {
        channels.publish(order.created());
        awaitKnown(order, 0);
        channels.publish(end(paid));
        awaitKnown(order, 1);

        clock.advance(HOLD);
        firesAnother();
        assertThat(channels.fired(order.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotComeForAnOrderWhoseEndWasHeardOfFirst(boolean paid) {
        channels.publish(end(paid));
        awaitKnown(order, 1);
        channels.publish(order.created());
        clock.advance(HOLD);
        firesAnother();

        assertThat(channels.fired(order.id())).isEmpty();
        awaitKnown(order, 1);
    }

    @ParameterizedTest
    @MethodSource("arrivals")
    void doesNotComeForAnEndedOrderHoweverItsEventsArrive(Seeded<List<Integer>> arrival) {
        List<Event> events = List.of(order.created(), order.cancelled());
        arrival.value().stream().map(events::get).forEach(channels::publish);
        awaitKnown(order, 1);
        clock.advance(HOLD);
        firesAnother();

        assertThat(channels.fired(order.id())).isEmpty();
    }

    @Test
    void comesForWhatAnotherMakeOfProducerSends() {
        channels.publish(Subject.ORDER_CREATED, """
                {"id":"%s","version":0,"status":"created","userId":"u1","expiresAt":"%s","ticket":{"id":"t1","price":20},"__v":0}""".formatted(order.id(), order.expiresAt()));
        awaitKnown(order, 0);
        clock.advance(HOLD);

        eventually(() -> assertThat(channels.fired(order.id())).hasSize(1));
    }

    private Event end(boolean paid) {
        return paid ? order.completed() : order.cancelled();
    }

    private void awaitKnown(OrderEvents known, long version) {
        eventually(() -> assertThat(timers.find(known.id()))
                .hasValueSatisfying(timer -> assertThat(timer).hasFieldOrPropertyWithValue("orderVersion", version)));
    }

    /** Later on the same channels than all before, and due now. */
    private void firesAnother() {
        OrderEvents another = OrderEvents.expiringAt(clock.instant());
        channels.publish(another.created());
        eventually(() -> assertThat(channels.fired(another.id())).hasSize(1));
    }
}
