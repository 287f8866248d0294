package com.ticketing.common.persistence;

import com.ticketing.common.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One document that changes by its own verbs, one atomic write at a time. A verb checks its precondition, changes the
 * state and raises the event that tells of it; {@link AggregateRepository} stores state and event in the same write.
 *
 * <p>The version is 0 after the first write and grows by exactly 1 with each one.
 */
public abstract class Aggregate {

    @MongoId(FieldType.STRING)
    private final String id;

    /** Set by Spring Data when loaded, by the repository when saved. */
    private @Nullable Long version;

    @Transient
    private final List<PendingEvents.Raised> raised = new ArrayList<>();

    @Transient
    private boolean withdrawn;

    protected Aggregate(String id) {
        this.id = id;
    }

    public final String id() {
        return id;
    }

    /**
     * The version that is in the database.
     *
     * @throws IllegalStateException if it was never saved
     */
    public final long version() {
        if (version == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " " + id + " was never saved");
        }
        return version;
    }

    /** Whether it has yet to be saved for the first time. */
    public final boolean isNew() {
        return version == null;
    }

    /** The version that the next write will have, for the event that tells of it. */
    protected final long nextVersion() {
        return version == null ? 0 : version + 1;
    }

    /** Publishes the event once the next write has happened. */
    protected final void raise(Event event) {
        raised.add(new PendingEvents.Raised(event, null));
    }

    /** Publishes the event at the given time, or as soon after as a process is there to do so. */
    protected final void raiseAt(Instant due, Event event) {
        raised.add(new PendingEvents.Raised(event, due));
    }

    /**
     * Takes back, with the next write, whatever was raised earlier and has not been published yet: what is not due, and
     * perhaps also what is only just due. So it is for aggregates that raise delayed events and no others.
     */
    protected final void withdraw() {
        raised.clear();
        withdrawn = true;
    }

    final PendingEvents pendingEvents() {
        return new PendingEvents(raised, withdrawn);
    }

    final void saved() {
        version = nextVersion();
        raised.clear();
        withdrawn = false;
    }
}
