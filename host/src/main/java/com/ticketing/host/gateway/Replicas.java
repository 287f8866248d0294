package com.ticketing.host.gateway;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of each service, in the order in which a request tries them: round robin, suspended ones last. */
final class Replicas {

    private final Timeouts timeouts;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Map<String, List<Replica>> services = Map.of();

    Replicas(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** Replaces the replicas. One that stays keeps its connections; one that is removed receives no further request. */
    void use(Map<String, List<InetSocketAddress>> addresses) {
        Map<InetSocketAddress, Replica> known = services.values().stream()
                .flatMap(List::stream)
                .collect(toMap(Replica::address, identity(), (a, b) -> a));
        services = addresses.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> replicas(entry.getValue(), known)));
    }

    private List<Replica> replicas(List<InetSocketAddress> addresses, Map<InetSocketAddress, Replica> known) {
        return addresses.stream()
                .map(address -> {
                    Replica same = known.get(address);
                    return same == null ? new Replica(address, timeouts.suspension()) : same;
                })
                .toList();
    }

    /**
     * Returns the replicas for one request.
     *
     * @param repeatable whether the request may be sent to another replica if the first one does not answer; only such
     *     a request tries a suspended replica again
     */
    Deque<Replica> inTurn(String service, boolean repeatable) {
        List<Replica> all = services.getOrDefault(service, List.of());
        int first = all.size() < 2 ? 0 : Math.floorMod(turns.getAndIncrement(), all.size());
        Deque<Replica> order = new ArrayDeque<>(all.size());
        Deque<Replica> suspended = new ArrayDeque<>(0);
        for (int i = 0; i < all.size(); i++) {
            Replica replica = all.get((first + i) % all.size());
            if (repeatable && replica.claimTrial()) {
                order.addFirst(replica);
            } else {
                (replica.isSuspended() ? suspended : order).addLast(replica);
            }
        }
        order.addAll(suspended);
        return order;
    }
}
