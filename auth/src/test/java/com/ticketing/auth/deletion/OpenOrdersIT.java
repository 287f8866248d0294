package com.ticketing.auth.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.MessageOrderings;
import com.ticketing.testsupport.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events about one order, in every order of their arrival. */
@AuthTest
class OpenOrdersIT {

    @Autowired
    OpenOrders orders;

    @Autowired
    Clock clock;

    private interface Arrival {
        void apply(String orderId, String buyerId);
    }

    @Test
    void aReleasedHoldIsNotOpen() {
        inEveryOrder(List.of(this::hold, this::release), List.of());
    }

    @Test
    void aChargeAfterTheHoldIsOpen() {
        inEveryOrder(List.of(this::hold, this::release, this::charge), List.of(true));
    }

    @Test
    void aRefundedChargeIsNotOpen() {
        inEveryOrder(List.of(this::hold, this::release, this::charge, this::refund), List.of());
    }

    @Test
    void aSaleIsNotOpen() {
        inEveryOrder(List.of(this::hold, this::charge, this::complete), List.of());
    }

    private void inEveryOrder(List<Arrival> events, List<Boolean> open) {
        MessageOrderings.permutationsWithDuplicates(events, 1).forEach(ordering -> {
            String buyer = SignedIn.newId();
            String order = SignedIn.newId();
            ordering.forEach(event -> event.apply(order, buyer));
            assertThat(orders.ofBuyer(buyer)).extracting(OpenOrder::isCharged).isEqualTo(open);
        });
    }

    private void hold(String order, String buyer) {
        orders.held(order, buyer, clock.instant().plus(Duration.ofMinutes(15)));
    }

    private void charge(String order, String buyer) {
        orders.charged(order);
    }

    private void release(String order, String buyer) {
        orders.released(order, buyer);
    }

    private void complete(String order, String buyer) {
        orders.closed(order, buyer);
    }

    private void refund(String order, String buyer) {
        orders.closed(order, null);
    }
}
