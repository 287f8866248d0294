package com.ticketing.expiration.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@ExpirationServiceTest
class TimerRetentionIT {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    TimerService service;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoOperations mongo;

    String order;
    Instant end;

    @BeforeEach
    void endTimer() {
        mongo.remove(new Query(), Timer.class);
        order = SignedIn.newId();
        service.startAll(List.of(Timer.started(order, 0, clock.instant().plus(Duration.ofHours(1)))));
        service.stop(order, 1);
        end = clock.instant();
    }

    @Test
    void keepsTheTimerOfAnEndedOrderForAWeek() {
        assertThat(timers.deleteEnded(end.plus(WEEK).minusSeconds(60))).isZero();
        assertThat(timers.find(order)).isPresent();
    }

    @Test
    void deletesTheTimerOfAnEndedOrderAfterAWeek() {
        assertThat(timers.deleteEnded(end.plus(WEEK).plusSeconds(60))).isEqualTo(1);
        assertThat(timers.find(order)).isEmpty();
    }

    @Test
    void keepsATimerWithAnUnpublishedEvent() {
        String held = SignedIn.newId();
        service.startAll(List.of(Timer.started(held, 0, clock.instant().plus(Duration.ofHours(1)))));

        assertThat(timers.deleteEnded(end.plus(WEEK.multipliedBy(3)))).isEqualTo(1);
        assertThat(timers.find(held)).isPresent();
    }
}
