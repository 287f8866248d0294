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
 * A document with its version and its unpublished events; the unit of consistency. A domain method checks its
 * precondition, changes the state and raises an event. {@link AggregateRepository} stores state and events in one
 * atomic write.
 *
 * <p>The version is 0 after the first write and increases by exactly 1 with each further write.
 */
public abstract class Aggregate {

    @MongoId(FieldType.STRING)
    private final String id;

    /** Set by Spring Data when the aggregate is loaded and by the repository when it is saved. */
    private @Nullable Long version;

    @Transient
    private final List<PendingEvents.Raised> raised = new ArrayList<>();

    @Transient
    private boolean discardsUnpublished;

    protected Aggregate(String id) {
        this.id = id;
    }

    public final String id() {
        return id;
    }

    /**
     * Returns the version in the database.
     *
     * @throws IllegalStateException if the aggregate was never saved
     */
    public final long version() {
        if (version == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " " + id + " was never saved");
        }
        return version;
    }

    /** Returns whether the aggregate was never saved. */
    public final boolean isNew() {
        return version == null;
    }

    /** Returns the version of the next write, for the event that describes it. */
    protected final long nextVersion() {
        return version == null ? 0 : version + 1;
    }

    /** Publishes the event after the next write. */
    protected final void raise(Event event) {
        raised.add(PendingEvents.Raised.now(event, null));
    }

    /** Publishes the event after the next write, not before the given time and at most one sweep interval later. */
    protected final void raiseAt(Instant due, Event event) {
        raised.add(PendingEvents.Raised.now(event, due));
    }

    /**
     * Discards, with the next write, all events that were raised before and are not published yet. An event that is due
     * already may be discarded or published, so only aggregates whose events are all delayed may call this.
     */
    protected final void discardUnpublished() {
        raised.clear();
        discardsUnpublished = true;
    }

    /**
     * Raises the event that publishes the state of the current version again, with that version. Raises nothing if the
     * aggregate publishes nothing in its state. Must not change the aggregate.
     */
    protected abstract void raiseCurrentState();

    final PendingEvents pendingEvents() {
        return new PendingEvents(raised, discardsUnpublished);
    }

    final void saved() {
        version = nextVersion();
        stored();
    }

    /** Discards the pending events, because they are stored. */
    final void stored() {
        raised.clear();
        discardsUnpublished = false;
    }
}
