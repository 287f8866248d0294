package com.ticketing.expiration.timer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Counts the database commands of each operation. A change of these numbers is a change of performance. */
@ServiceTest
@Import({Channels.class, DatabaseCommands.class, MovableClock.class})
class CommandCountsIT {

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    @Autowired
    MovableClock clock;

    OrderEvents order = OrderEvents.expiringAt(Instant.now().plus(Duration.ofMinutes(15)));

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void startsATimer() {
        assertDocumented("expiration", "hold", apply(order.created(), 0));
    }

    @Test
    void stopsATimer() {
        apply(order.created(), 0);
        assertDocumented("expiration", "release or sale", apply(order.cancelled(), 1));
    }

    @Test
    void publishesTheEndOfAHold() {
        apply(order.created(), 0);
        assertDocumented("expiration", "expiry", commands.during(() -> clock.advance(Duration.ofMinutes(16)), () -> {
            assertThat(channels.receivedWith(Subject.EXPIRATION_COMPLETE, "orderId", order.id()))
                    .hasSize(1);
            assertThat(commands.documents("timers", and(eq("_id", order.id()), exists("outbox.0"))))
                    .isZero();
        }));
    }

    /** The timers are due after all other tests. */
    @Test
    void startsManyTimersWithFewStatements() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        List<OrderEvents> orders =
                Stream.generate(() -> OrderEvents.expiringAt(later)).limit(200).toList();
        List<String> ids = orders.stream().map(OrderEvents::id).toList();
        List<String> messages = orders.stream()
                .map(each -> EventJson.write(each.created(), null))
                .toList();

        commands.during(
                () -> channels.publishAll(Subject.ORDER_CREATED, messages),
                () -> assertThat(commands.documents("timers", in("_id", ids))).isEqualTo(ids.size()));

        assertThat(commands.writes()).isLessThanOrEqualTo(50);
    }

    private String apply(Event event, long version) {
        return commands.during(
                () -> channels.publish(event),
                () -> assertThat(commands.documents("timers", and(eq("_id", order.id()), eq("version", version))))
                        .isOne());
    }
}
