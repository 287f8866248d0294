package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@OrdersServiceTest
class HoldExpiryIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    DeadLetterDocuments deadLetters;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    MongoOperations mongo;

    @Autowired
    OrderProperties properties;

    @Autowired
    BackgroundTask overdueHoldsSweep;

    @LocalManagementPort
    int managementPort;

    Buyer buyer;
    String ticket;
    String order;

    @BeforeEach
    void placeTheOnlyOrder() {
        clock.stop();
        mongo.remove(new Query(), Order.class);
        buyer = Buyer.signedIn(api);
        ticket = publisher.publishTicket();
        order = buyer.placeOrder(ticket);
    }

    @Test
    void cancelsTheHoldAndPutsTheTicketBackOnSale() {
        clock.advance(HOLD);
        channels.publish(new ExpirationComplete(order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        Buyer.signedIn(api).placeOrder(ticket);
    }

    @Test
    void acceptsAnExpirationWithinTheClockSkew() {
        clock.advance(HOLD.minusSeconds(4));
        channels.publish(new ExpirationComplete(order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
    }

    @Test
    void retriesAnExpirationThatArrivesTooEarly() {
        channels.publish(new ExpirationComplete(order));
        awaitHandled();
        assertThat(buyer.statusOf(order)).isEqualTo("created");

        clock.advance(HOLD);
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        assertThat(deadLetters.containing(order)).isEmpty();
    }

    @Test
    void ignoresADuplicateExpiration() {
        clock.advance(HOLD);
        channels.publish(new ExpirationComplete(order));
        channels.publish(new ExpirationComplete(order));
        channels.publish(new ExpirationComplete(order));
        awaitHandled();

        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(1));
        assertThat(deadLetters.containing(order)).isEmpty();
    }

    @Test
    void keepsTheNextBuyersHoldWhenACancelledOrderExpires() {
        buyer.cancelOrder(order).expect(204);
        clock.advance(Duration.ofMinutes(1));
        Buyer next = Buyer.signedIn(api);
        String held = next.placeOrder(ticket);
        clock.advance(HOLD.minusMinutes(1));

        channels.publish(new ExpirationComplete(order));
        awaitHandled();

        assertThat(next.statusOf(held)).isEqualTo("created");
        assertThat(next.getOrder(held).path("version").asLong()).isZero();
        assertThat(Buyer.signedIn(api).requestOrder(ticket).status()).isEqualTo(400);
    }

    @Test
    void keepsAPaidOrderComplete() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        clock.advance(HOLD);

        channels.publish(new ExpirationComplete(order));
        awaitHandled();

        assertThat(buyer.statusOf(order)).isEqualTo("complete");
        assertThat(deadLetters.containing(order)).isEmpty();
    }

    @Test
    void countsOverdueHoldsUntilTheirExpirationArrives() {
        overdueHoldsSweep.stop();
        try {
            clock.advance(HOLD.plus(properties.grace()).minusSeconds(10));
            assertThat(overdue()).isZero();

            clock.advance(Duration.ofSeconds(10));
            assertThat(overdue()).isEqualTo(1);

            channels.publish(new ExpirationComplete(order));
            eventually(() -> assertThat(overdue()).isZero());
        } finally {
            overdueHoldsSweep.start();
        }
    }

    /** Awaits the dead letter of a later message on the channel, which delivers in order. */
    private void awaitHandled() {
        String unknown = SignedIn.newId();
        channels.publish(new ExpirationComplete(unknown));
        eventually(() -> assertThat(deadLetters.containing(unknown)).hasSize(1));
    }

    private int overdue() {
        return new Api("http://localhost:" + managementPort)
                .get("/actuator/metrics/orders.overdue")
                .expect(200)
                .json()
                .path("measurements")
                .path(0)
                .path("value")
                .asInt();
    }
}
