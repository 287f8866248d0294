package com.ticketing.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.Listener;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

@AuthTest
class TopologyIT {

    @Autowired
    private Environment environment;

    @Autowired
    private List<Listener<?>> listeners;

    @Autowired
    private List<BroadcastListener<?>> podListeners;

    @Test
    void listensToBansInItsOwnQueueGroupAndInEachProcess() {
        assertThat(environment.getProperty("messaging.queue-group")).isEqualTo("auth-service");
        assertThat(listeners)
                .extracting(listener -> subject(Listener.class, listener))
                .containsExactlyInAnyOrder(Subject.USER_BANNED, Subject.USER_UNBANNED);
        assertThat(podListeners)
                .extracting(listener -> subject(BroadcastListener.class, listener))
                .containsExactlyInAnyOrder(Subject.USER_BANNED, Subject.USER_UNBANNED);
    }

    private static Subject subject(Class<?> kind, Object listener) {
        Class<?> event =
                ResolvableType.forClass(kind, listener.getClass()).getGeneric(0).resolve(Event.class);
        return Subject.of(event.asSubclass(Event.class));
    }
}
