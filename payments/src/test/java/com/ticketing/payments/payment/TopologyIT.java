package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import com.ticketing.common.messaging.Listener;
import com.ticketing.payments.PaymentsServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;

class TopologyIT extends PaymentsServiceTest {

    @Autowired
    List<Listener<?>> listeners;

    @Test
    void listensToOrdersAndBansInItsOwnQueueGroup() {
        assertThat(environment.getProperty("messaging.queue-group")).isEqualTo("payments-service");
        assertThat(listeners)
                .extracting(TopologyIT::subject)
                .containsExactlyInAnyOrder(
                        Subject.ORDER_CREATED,
                        Subject.ORDER_CANCELLED,
                        Subject.ORDER_COMPLETED,
                        Subject.ORDER_REFUNDED,
                        Subject.USER_BANNED,
                        Subject.USER_UNBANNED);
    }

    private static Subject subject(Listener<?> listener) {
        Class<?> event = ResolvableType.forClass(Listener.class, listener.getClass())
                .getGeneric(0)
                .resolve(Event.class);
        return Subject.of(event.asSubclass(Event.class));
    }
}
