package com.ticketing.orders;

import static com.ticketing.common.events.Subject.EXPIRATION_COMPLETE;
import static com.ticketing.common.events.Subject.ORDER_CREATED;
import static com.ticketing.common.events.Subject.PAYMENT_CREATED;
import static com.ticketing.common.events.Subject.PAYMENT_DISPUTED;
import static com.ticketing.common.events.Subject.PAYMENT_REFUNDED;
import static com.ticketing.common.events.Subject.TICKET_CREATED;
import static com.ticketing.common.events.Subject.TICKET_UPDATED;
import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_DELETED;
import static com.ticketing.common.events.Subject.USER_SESSION_ENDED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.orders.ticket.TicketReplica;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.TopologyTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

class TopologyIT extends TopologyTest {

    @Autowired
    Api api;

    @Autowired
    TicketReplicas replicas;

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(
                TICKET_CREATED,
                TICKET_UPDATED,
                EXPIRATION_COMPLETE,
                PAYMENT_CREATED,
                PAYMENT_REFUNDED,
                PAYMENT_DISPUTED,
                USER_BANNED,
                USER_UNBANNED,
                USER_DELETED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED, USER_DELETED, USER_SESSION_ENDED);
    }

    @Override
    protected Subject publishOneEvent() {
        TicketReplica ticket = new TicketReplica(
                SignedIn.newId(), 0, "Concert", BigDecimal.TEN, SignedIn.newId(), TicketFacts.NONE, null);
        replicas.saveIfNewer(ticket);
        api.as(SignedIn.as(SignedIn.newId(), "buyer@example.com"))
                .post("/api/orders", Map.of("ticketId", ticket.id()))
                .expect(201);
        return ORDER_CREATED;
    }
}
