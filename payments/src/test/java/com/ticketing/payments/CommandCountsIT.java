package com.ticketing.payments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Counts the database commands of each operation. A change of these numbers is a change of performance. */
@ServiceTest(properties = "stripe.key=sk_test_stand_in")
@Import({Channels.class, DatabaseCommands.class, StandInConfiguration.class})
class CommandCountsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    OrderEvents order = OrderEvents.priced("20");

    @Test
    void copiesANewOrder() {
        assertDocumented("payments", "hold", publish(order.created(), () -> assertOrderVersion(0)));
    }

    @Test
    void copiesACancelledOrder() {
        publish(order.created(), () -> assertOrderVersion(0));
        assertDocumented("payments", "release", publish(order.cancelled(), () -> assertOrderVersion(1)));
    }

    @Test
    void chargesACard() {
        publish(order.created(), () -> assertOrderVersion(0));
        assertDocumented("payments", "payment", commands.during(this::pay, this::assertPaid));
    }

    @Test
    void copiesACompletedOrder() {
        publish(order.created(), () -> assertOrderVersion(0));
        commands.during(this::pay, this::assertPaid);
        assertDocumented("payments", "sale", publish(order.completed(), () -> assertOrderVersion(1)));
    }

    @Test
    void copiesManyOrdersWithFewStatements() {
        List<OrderEvents> orders =
                Stream.generate(() -> OrderEvents.priced("20")).limit(200).toList();
        List<String> ids = orders.stream().map(OrderEvents::id).toList();
        List<String> messages = orders.stream()
                .map(each -> EventJson.write(each.created(), null))
                .toList();

        commands.during(
                () -> channels.publishAll(Subject.ORDER_CREATED, messages),
                () -> assertThat(commands.documents("payments", in("_id", ids))).isEqualTo(ids.size()));

        assertThat(commands.writes()).isLessThanOrEqualTo(50);
    }

    private void pay() {
        api.as(SignedIn.as(order.buyer(), "buyer@example.com"))
                .post("/api/payments", Map.of("token", "tok_visa", "orderId", order.id()))
                .expect(201);
    }

    private void assertPaid() {
        assertThat(commands.documents("payments", and(eq("_id", order.id()), eq("charge.status", "SUCCEEDED"))))
                .isOne();
    }

    private String publish(Event event, ThrowingRunnable effect) {
        return commands.during(() -> channels.publish(event), effect);
    }

    private void assertOrderVersion(long version) {
        assertThat(commands.documents("payments", and(eq("_id", order.id()), eq("order.version", version))))
                .isOne();
    }
}
