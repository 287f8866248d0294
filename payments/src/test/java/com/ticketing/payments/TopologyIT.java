package com.ticketing.payments;

import static com.ticketing.common.events.Subject.ORDER_CANCELLED;
import static com.ticketing.common.events.Subject.ORDER_COMPLETED;
import static com.ticketing.common.events.Subject.ORDER_CREATED;
import static com.ticketing.common.events.Subject.ORDER_REFUNDED;
import static com.ticketing.common.events.Subject.ORDER_USED;
import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_DELETED;
import static com.ticketing.common.events.Subject.USER_SESSION_ENDED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.SubscriptionsTest;
import java.util.Set;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
class TopologyIT extends SubscriptionsTest {

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(
                ORDER_CREATED,
                ORDER_CANCELLED,
                ORDER_COMPLETED,
                ORDER_REFUNDED,
                ORDER_USED,
                USER_BANNED,
                USER_UNBANNED,
                USER_DELETED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED, USER_DELETED, USER_SESSION_ENDED);
    }
}
