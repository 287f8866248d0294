package com.ticketing.payments.charge;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request of a deleted buyer, in a process that does not deny the token yet, for an order that arrived later. */
class DeletedBuyerIT extends PaymentsServiceTest {

    @Autowired
    Bans bans;

    @Autowired
    PaymentService service;

    @Test
    void startsNoAttempt() {
        OrderEvents order = OrderEvents.priced("19.99");
        channels.publish(new UserDeleted(order.buyer(), 1, Instant.now()));
        eventually(() -> assertThat(bans.isDeleted(order.buyer())).isTrue());
        placed(order);

        assertThatThrownBy(() -> service.pay(order.buyer(), order.id(), "tok_visa", null))
                .isInstanceOf(ApiException.class)
                .hasMessage("Not authorized");

        assertThat(payments.get(order.id()).charge()).isNull();
        assertThat(intents(order)).isEmpty();
    }
}
