package com.ticketing.tickets;

import static com.ticketing.common.events.Subject.ORDER_CANCELLED;
import static com.ticketing.common.events.Subject.ORDER_COMPLETED;
import static com.ticketing.common.events.Subject.ORDER_CREATED;
import static com.ticketing.common.events.Subject.ORDER_REFUNDED;
import static com.ticketing.common.events.Subject.TICKET_CREATED;
import static com.ticketing.common.events.Subject.TICKET_UPDATED;
import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_DELETED;
import static com.ticketing.common.events.Subject.USER_SESSION_ENDED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.TopologyTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

class TopologyIT extends TopologyTest {

    @Autowired
    Api api;

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(
                ORDER_CREATED,
                ORDER_CANCELLED,
                ORDER_COMPLETED,
                ORDER_REFUNDED,
                USER_BANNED,
                USER_UNBANNED,
                USER_DELETED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(TICKET_CREATED, TICKET_UPDATED, USER_BANNED, USER_UNBANNED, USER_DELETED, USER_SESSION_ENDED);
    }

    @Override
    protected Subject publishOneEvent() {
        api.as(SignedIn.as(SignedIn.newId(), "seller@example.com"))
                .post("/api/tickets", Map.of("title", "Concert", "price", 20))
                .expect(201);
        return TICKET_CREATED;
    }
}
