package com.ticketing.expiration.timer;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.expiration.ServiceProcess;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/** All processes of the service share the timers. */
class MultipleProcessesIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    private final String mongoUri = TestServers.newMongoUri();
    private final String prefix = TestServers.newChannelPrefix();
    private final MovableClock clock = new MovableClock();

    @Test
    void firesAtStartUpTheTimersThatCameDueWhileNoProcessRan() throws Exception {
        OrderEvents order = OrderEvents.expiringAt(clock.instant().plus(HOLD));
        OrderEvents longer = OrderEvents.expiringAt(clock.instant().plus(HOLD.multipliedBy(2)));
        try (ConfigurableApplicationContext first = start();
                Channels channels = new Channels(first.getEnvironment())) {
            channels.publish(order.created());
            channels.publish(longer.created());
            awaitTimers(first, 2);
        }

        clock.advance(HOLD.plusMinutes(1));
        try (ConfigurableApplicationContext second = start();
                Channels channels = new Channels(second.getEnvironment())) {
            eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                    .hasSize(1));
            assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", longer.id()))
                    .isEmpty();

            clock.advance(HOLD);
            eventually(() -> assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", longer.id()))
                    .hasSize(1));
            awaitNothingPending(second);
            assertThat(channels.received(Subject.EXPIRATION_COMPLETE)).hasSize(2);
        }
    }

    @Test
    void firesEachTimerOnceInTwoProcesses() throws Exception {
        List<OrderEvents> orders = Stream.generate(
                        () -> OrderEvents.expiringAt(clock.instant().plus(HOLD)))
                .limit(40)
                .toList();
        try (ConfigurableApplicationContext one = start();
                ConfigurableApplicationContext other = start();
                Channels channels = new Channels(one.getEnvironment())) {
            orders.forEach(order -> channels.publish(order.created()));
            awaitTimers(other, orders.size());

            clock.advance(HOLD);
            eventually(() -> assertThat(channels.received(Subject.EXPIRATION_COMPLETE))
                    .hasSizeGreaterThanOrEqualTo(orders.size()));
            awaitNothingPending(one);

            assertThat(channels.received(Subject.EXPIRATION_COMPLETE))
                    .extracting(event -> event.json().path("orderId").asString())
                    .containsExactlyInAnyOrderElementsOf(
                            orders.stream().map(OrderEvents::id).toList());
        }
    }

    private ConfigurableApplicationContext start() {
        return ServiceProcess.start(mongoUri, prefix, clock);
    }

    private static void awaitTimers(ConfigurableApplicationContext process, int count) {
        eventually(() -> assertThat(count(process, "{}")).isEqualTo(count));
    }

    /** Awaits that every published event is removed from the outbox. */
    private static void awaitNothingPending(ConfigurableApplicationContext process) {
        eventually(() ->
                assertThat(count(process, "{'outbox.0': {$exists: true}}")).isZero());
    }

    private static long count(ConfigurableApplicationContext process, String query) {
        return process.getBean(MongoOperations.class).count(new BasicQuery(query), Timer.class);
    }
}
