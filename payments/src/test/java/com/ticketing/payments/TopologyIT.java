package com.ticketing.payments;

import static com.ticketing.common.events.Subject.ORDER_CANCELLED;
import static com.ticketing.common.events.Subject.ORDER_COMPLETED;
import static com.ticketing.common.events.Subject.ORDER_CREATED;
import static com.ticketing.common.events.Subject.ORDER_REFUNDED;
import static com.ticketing.common.events.Subject.PAYMENT_CREATED;
import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.servicetest.TopologyTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(StandInConfiguration.class)
@TestPropertySource(properties = "stripe.key=sk_test_stand_in")
class TopologyIT extends TopologyTest {

    @Autowired
    Api api;

    @Autowired
    Payments payments;

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(ORDER_CREATED, ORDER_CANCELLED, ORDER_COMPLETED, ORDER_REFUNDED, USER_BANNED, USER_UNBANNED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED);
    }

    @Override
    protected Subject publishOneEvent() {
        OrderEvents order = OrderEvents.priced("20");
        payments.save(Payment.of(order.id(), OrderReplica.of(order.created())));
        api.as(SignedIn.as(order.buyer(), "buyer@example.com"))
                .post("/api/payments", Map.of("token", "tok_visa", "orderId", order.id()))
                .expect(201);
        return PAYMENT_CREATED;
    }
}
