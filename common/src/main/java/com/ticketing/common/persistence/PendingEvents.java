package com.ticketing.common.persistence;

import com.ticketing.common.events.Event;
import com.ticketing.common.tracing.Traceparent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that an aggregate's next write stores with its state.
 *
 * @param raised the new events, in the order they were raised
 * @param replacesEarlier whether they replace the stored events that are not published yet
 */
public record PendingEvents(List<Raised> raised, boolean replacesEarlier) {

    public PendingEvents {
        raised = List.copyOf(raised);
    }

    /**
     * An event to publish.
     *
     * @param due the earliest time to publish it; {@code null} means right after the write
     * @param traceparent the trace in which it was raised, if there is one
     */
    public record Raised(
            Event event, @Nullable Instant due, @Nullable String traceparent) {

        static Raised now(Event event, @Nullable Instant due) {
            return new Raised(event, due, Traceparent.current().orElse(null));
        }
    }
}
