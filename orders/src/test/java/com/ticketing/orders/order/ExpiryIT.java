package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
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
class ExpiryIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    ParkedMessages parked;

    @Autowired
    Shop shop;

    @Autowired
    MongoOperations mongo;

    @LocalManagementPort
    int managementPort;

    Buyer buyer;
    String ticket;
    String order;

    @BeforeEach
    void placeTheOnlyOne() {
        mongo.remove(new Query(), Order.class);
        buyer = Buyer.of(api);
        ticket = shop.listsOne();
        order = buyer.places(ticket);
    }

    @Test
    void endsTheHoldAndFreesTheTicket() {
        clock.advance(HOLD);
        channels.publish(new ExpirationComplete(order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        Buyer.of(api).places(ticket);
    }

    @Test
    void mayComeAMomentEarly() {
        clock.advance(HOLD.minusSeconds(4));
        channels.publish(new ExpirationComplete(order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
    }

    @Test
    void thatComesTooEarlyComesAgainInTime() {
        channels.publish(new ExpirationComplete(order));
        passedBy();
        assertThat(buyer.statusOf(order)).isEqualTo("created");

        clock.advance(HOLD);
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        assertThat(parked.mentioning(order)).isEmpty();
    }

    @Test
    void thatComesAgainChangesNothing() {
        clock.advance(HOLD);
        channels.publish(new ExpirationComplete(order));
        channels.publish(new ExpirationComplete(order));
        channels.publish(new ExpirationComplete(order));
        passedBy();

        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        eventually(
                () -> assertThat(channels.heard(Subject.ORDER_CANCELLED, order)).hasSize(1));
        assertThat(parked.mentioning(order)).isEmpty();
    }

    @Test
    void ofAnOrderThatWasLetGoLeavesTheNextBuyersHoldAlone() {
        buyer.cancels(order).expect(204);
        Buyer next = Buyer.of(api);
        String held = next.places(ticket);
        clock.advance(HOLD);

        channels.publish(new ExpirationComplete(order));
        passedBy();

        assertThat(next.statusOf(held)).isEqualTo("created");
        assertThat(next.sees(held).path("version").asLong()).isZero();
        assertThat(Buyer.of(api).asksFor(ticket).status()).isEqualTo(400);
    }

    @Test
    void ofAPaidOrderLeavesItPaid() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        clock.advance(HOLD);

        channels.publish(new ExpirationComplete(order));
        passedBy();

        assertThat(buyer.statusOf(order)).isEqualTo("complete");
        assertThat(parked.mentioning(order)).isEmpty();
    }

    @Test
    void thatDoesNotComeIsSeenByOperators() {
        assertThat(overdue()).isZero();

        clock.advance(HOLD.plusSeconds(1));
        assertThat(overdue()).isEqualTo(1);

        channels.publish(new ExpirationComplete(order));
        eventually(() -> assertThat(overdue()).isZero());
    }

    /** A channel's messages are delivered in their order: once one sent now has failed for good, the earlier ones were too. */
    private void passedBy() {
        String nobody = SignedIn.newId();
        channels.publish(new ExpirationComplete(nobody));
        eventually(() -> assertThat(parked.mentioning(nobody)).hasSize(1));
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
