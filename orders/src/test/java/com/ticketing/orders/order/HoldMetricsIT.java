package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersServiceTest
class HoldMetricsIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    MovableClock clock;

    @Autowired
    MeterRegistry meters;

    Buyer buyer;
    double placed;
    String order;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        placed = count("orders.holds.placed");
        order = buyer.placeOrder(publisher.publishTicket());
    }

    @Test
    void countsAPlacedAndAReleasedHold() {
        double released = count("orders.holds.released");
        double expired = count("orders.holds.expired");

        buyer.cancelOrder(order).expect(204);
        buyer.cancelOrder(order).expect(204);

        assertThat(count("orders.holds.placed")).isEqualTo(placed + 1);
        assertThat(count("orders.holds.released")).isEqualTo(released + 1);
        assertThat(count("orders.holds.expired")).isEqualTo(expired);
    }

    @Test
    void measuresTheTimeToThePayment() {
        double completed = count("orders.completed");
        double measured = totalSeconds("orders.payment.time");
        clock.advance(Duration.ofMinutes(2));

        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));

        eventually(() -> {
            assertThat(count("orders.completed")).isEqualTo(completed + 1);
            assertThat(totalSeconds("orders.payment.time") - measured).isBetween(120.0, 600.0);
        });
    }

    @Test
    void measuresTheLatenessOfAnExpiry() {
        double expired = count("orders.holds.expired");
        double measured = totalSeconds("orders.expiry.lateness");
        clock.advance(HOLD.plusSeconds(20));

        channels.publish(new ExpirationComplete(order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        eventually(() -> {
            assertThat(count("orders.holds.expired")).isGreaterThan(expired);
            assertThat(totalSeconds("orders.expiry.lateness") - measured).isGreaterThanOrEqualTo(20);
        });
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }

    private double totalSeconds(String name) {
        return meters.get(name).timer().totalTime(TimeUnit.SECONDS);
    }
}
