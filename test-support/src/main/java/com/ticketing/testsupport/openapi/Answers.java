package com.ticketing.testsupport.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service's routes answer beyond what their code says by itself. A route is written as {@code POST
 * /api/orders}.
 */
public final class Answers {

    private final Map<String, List<Integer>> successes = new TreeMap<>();
    private final Map<String, List<Integer>> failures = new TreeMap<>();
    private final Map<String, String> conflicts = new TreeMap<>();
    private final Set<String> met = new HashSet<>();

    /** In place of 200, the same body with each of these. */
    public Answers succeeds(String route, Integer... statuses) {
        successes.put(route, List.of(statuses));
        return this;
    }

    public Answers fails(String route, Integer... statuses) {
        failures.put(route, List.of(statuses));
        return this;
    }

    /** 409 with the current state, of a type that the service answers with elsewhere. */
    public Answers conflicts(String route, Class<?> current) {
        conflicts.put(route, current.getSimpleName());
        return this;
    }

    List<Integer> successes(String route) {
        return found(successes.getOrDefault(route, List.of()), route);
    }

    List<Integer> failures(String route) {
        return found(failures.getOrDefault(route, List.of()), route);
    }

    Optional<String> conflict(String route) {
        return found(Optional.ofNullable(conflicts.get(route)), route);
    }

    private <T extends @Nullable Object> T found(T answer, String route) {
        met.add(route);
        return answer;
    }

    /** A route that was renamed would leave words about nothing. */
    void requireAllMet() {
        for (Map<String, ?> said : List.of(successes, failures, conflicts)) {
            if (!met.containsAll(said.keySet())) {
                throw new IllegalStateException("There are not all of the routes " + said.keySet());
            }
        }
    }
}
