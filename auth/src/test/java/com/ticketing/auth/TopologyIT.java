package com.ticketing.auth;

import static com.ticketing.common.events.Subject.USER_BANNED;
import static com.ticketing.common.events.Subject.USER_SESSION_ENDED;
import static com.ticketing.common.events.Subject.USER_UNBANNED;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.SubscriptionsTest;
import java.util.Set;

class TopologyIT extends SubscriptionsTest {

    @Override
    protected Set<Subject> queueGroupSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED);
    }

    @Override
    protected Set<Subject> broadcastSubjects() {
        return Set.of(USER_BANNED, USER_UNBANNED, USER_SESSION_ENDED);
    }
}
