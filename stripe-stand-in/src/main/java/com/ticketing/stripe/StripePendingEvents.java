package com.ticketing.stripe;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * The most recent events that the endpoint has not accepted, oldest first, and what of them is unsaved. Not
 * thread-safe.
 */
final class StripePendingEvents {

    /** An event needs about 6 KB with the thread that waits to send it again, so all of them need 12 of 64 MiB. */
    static final int CAPACITY = 2000;

    /** The list of events in the saved state. Releases before it ignore the list. */
    static final String SAVED = "events";

    /** The list of the ids of events that are pending no more. */
    static final String REMOVED = "removedEvents";

    private static final Logger log = System.getLogger(StripePendingEvents.class.getName());

    private final Map<String, StripeEvent> events = new LinkedHashMap<>();
    private final Map<String, StripeEvent> unsaved = new LinkedHashMap<>();
    private final Set<String> unsavedRemovals = new LinkedHashSet<>();

    /** Adds an event that is saved already. */
    void load(StripeEvent event) {
        events.put(event.id(), event);
        if (events.size() > CAPACITY) {
            StripeEvent oldest = events.values().iterator().next();
            oldest.drop();
            remove(oldest.id());
            log.log(Level.WARNING, "Pending event dropped id={0} capacity={1,number,#}", oldest.id(), CAPACITY);
        }
    }

    void add(StripeEvent event) {
        unsaved.put(event.id(), event);
        load(event);
    }

    /** Removes the event and returns whether it was there. */
    boolean remove(String id) {
        unsaved.remove(id);
        boolean removed = events.remove(id) != null;
        if (removed) {
            unsavedRemovals.add(id);
        }
        return removed;
    }

    List<StripeEvent> all() {
        return List.copyOf(events.values());
    }

    void addAllTo(ObjectNode json) {
        events.values().forEach(event -> json.withArray(SAVED).addRawValue(new RawValue(event.json())));
    }

    void addUnsavedTo(ObjectNode json) {
        unsaved.values().forEach(event -> json.withArray(SAVED).addRawValue(new RawValue(event.json())));
        unsavedRemovals.forEach(id -> json.withArray(REMOVED).add(id));
    }

    void saved() {
        unsaved.clear();
        unsavedRemovals.clear();
    }
}
