package com.ticketing.auth;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.TicketReference;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Counts the database commands of each operation. A change of these numbers is a change of performance. */
@AuthTest
@Import({Channels.class, DatabaseCommands.class})
class CommandCountsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    DatabaseCommands commands;

    String email = TestAccounts.newEmail();

    @Test
    void signsUp() {
        assertDocumented("auth", "sign-up", signUp());
    }

    @Test
    void signsIn() {
        signUp();
        assertDocumented(
                "auth",
                "sign-in",
                commands.during(() -> TestAccounts.signIn(api, email, PASSWORD).expect(200), () -> {}));
    }

    @Test
    void followsAnOrder() {
        String order = SignedIn.newId();
        String buyer = SignedIn.newId();
        TicketReference ticket = new TicketReference(SignedIn.newId());
        assertDocumented(
                "auth",
                "hold",
                publish(
                        new OrderCreated(
                                order,
                                0,
                                OrderStatus.CREATED,
                                buyer,
                                Instant.now().plusSeconds(60),
                                new OrderCreated.Ticket(ticket.id(), BigDecimal.TEN, null)),
                        order,
                        "heldUntil"));
        assertDocumented(
                "auth", "charge", publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L), order, "charged"));
        assertDocumented(
                "auth",
                "sale",
                publish(new OrderCompleted(order, 1, OrderStatus.COMPLETE, buyer, ticket), order, "closed"));
        assertDocumented(
                "auth",
                "release",
                publish(new OrderCancelled(order, 1, OrderStatus.CANCELLED, buyer, ticket), order, "released"));
    }

    private String publish(Event event, String order, String effect) {
        return commands.during(
                () -> channels.publish(event),
                () -> assertThat(commands.documents("openOrders", and(eq("_id", order), exists(effect))))
                        .isOne());
    }

    private String signUp() {
        return commands.during(
                () -> TestAccounts.signUp(api, email).expect(201),
                () -> assertThat(commands.documents("accounts", eq("email", email)))
                        .isOne());
    }
}
