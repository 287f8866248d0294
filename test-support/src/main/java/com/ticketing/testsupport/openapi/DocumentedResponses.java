package com.ticketing.testsupport.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The responses of a service's routes that springdoc cannot derive from the controllers. A route is written as
 * {@code POST /api/orders}.
 */
public final class DocumentedResponses {

    private final Map<String, List<Integer>> successes = new TreeMap<>();
    private final Map<String, List<Integer>> failures = new TreeMap<>();
    private final Map<String, String> conflicts = new TreeMap<>();
    private final Set<String> found = new HashSet<>();

    /** Replaces status 200 by these statuses, with the same body. */
    public DocumentedResponses succeeds(String route, Integer... statuses) {
        successes.put(route, List.of(statuses));
        return this;
    }

    /** Adds error statuses. */
    public DocumentedResponses fails(String route, Integer... statuses) {
        failures.put(route, List.of(statuses));
        return this;
    }

    /** Adds status 409 with the current state, whose type must be the body of another response. */
    public DocumentedResponses conflicts(String route, Class<?> current) {
        conflicts.put(route, current.getSimpleName());
        return this;
    }

    List<Integer> successes(String route) {
        return markFound(successes.getOrDefault(route, List.of()), route);
    }

    List<Integer> failures(String route) {
        return markFound(failures.getOrDefault(route, List.of()), route);
    }

    Optional<String> conflict(String route) {
        return markFound(Optional.ofNullable(conflicts.get(route)), route);
    }

    private <T extends @Nullable Object> T markFound(T response, String route) {
        found.add(route);
        return response;
    }

    /** Fails if a route does not exist, for example after a rename. */
    void requireAllRoutesFound() {
        for (Map<String, ?> documented : List.of(successes, failures, conflicts)) {
            if (!found.containsAll(documented.keySet())) {
                throw new IllegalStateException("Not all of these routes exist: " + documented.keySet());
            }
        }
    }
}
