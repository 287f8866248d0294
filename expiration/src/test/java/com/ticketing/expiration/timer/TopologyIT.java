package com.ticketing.expiration.timer;

import static com.ticketing.common.events.Subject.EXPIRATION_COMPLETE;
import static com.ticketing.common.events.Subject.ORDER_CANCELLED;
import static com.ticketing.common.events.Subject.ORDER_COMPLETED;
import static com.ticketing.common.events.Subject.ORDER_CREATED;
import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_DELETED;
import static com.ticketing.common.events.Subject.USER_SESSION_ENDED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.TopologyTest;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

class TopologyIT extends TopologyTest {

    @Autowired
    TimerService timers;

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(ORDER_CREATED, ORDER_CANCELLED, ORDER_COMPLETED, USER_BANNED, USER_UNBANNED, USER_DELETED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED, USER_DELETED, USER_SESSION_ENDED);
    }

    @Override
    protected Subject publishOneEvent() {
        timers.startAll(List.of(Timer.started(SignedIn.newId(), 0, Instant.now())));
        return EXPIRATION_COMPLETE;
    }
}
