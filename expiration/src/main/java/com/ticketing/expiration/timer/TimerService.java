package com.ticketing.expiration.timer;

import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class TimerService {

    private final Timers timers;
    private final Clock clock;

    TimerService(Timers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    /** Stores the timers of new orders. Nearly every timer is new, so it is inserted without a read. */
    void startAll(List<Timer> started) {
        timers.insertAll(started)
                .forEach(timer -> apply(timer.id(), timer.orderVersion(), known -> known.startAs(timer)));
    }

    void stop(String orderId, long version) {
        apply(orderId, version, timer -> timer.stop(version, clock.instant()));
    }

    private void apply(String orderId, long version, Consumer<Timer> change) {
        WriteConflicts.retry(() -> {
            Timer timer = timers.find(orderId).orElseGet(() -> Timer.forOrder(orderId));
            if (timer.isNewer(version)) {
                change.accept(timer);
                timers.save(timer);
            }
        });
    }
}
