package com.ticketing.tickets.ticket;

import com.ticketing.common.ids.TimeOrderedIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket knows about its orders: the states of the newest ones, and a watermark that stands for all older ones.
 * At most one order of a ticket is active at a time, and the one that was placed last. The others are kept only to
 * ignore their late and repeated events.
 *
 * <p>The watermark is kept per process of the orders service. Only within a process is the order of ids certainly the
 * order of placement: another process's clock may be ahead, and its ids must not make a later order appear as an old
 * one. ADR 28 explains the rule.
 *
 * @param recent the newest states, at most {@link #MAX_RECENT}, the greatest order id first
 * @param pruned for each process, the greatest id whose state was removed from {@code recent}
 */
record KnownOrders(List<OrderState> recent, List<String> pruned) {

    /**
     * An order is mistaken for an old one if its process places more than this many others while it is being placed.
     */
    static final int MAX_RECENT = 20;

    /** The number of processes of the orders service whose watermarks are kept; each restart is a new process. */
    static final int MAX_PROCESSES = 20;

    /**
     * Creates the value from stored or changed states. Removes those in excess, so that tickets of earlier versions of
     * this service, which have up to 1,000 states and no watermark, shrink.
     */
    static KnownOrders of(List<OrderState> states, @Nullable List<String> pruned) {
        List<OrderState> recent = new ArrayList<>(states);
        recent.sort(Comparator.comparing(OrderState::orderId).reversed());
        List<String> watermarks = pruned == null ? new ArrayList<>() : new ArrayList<>(pruned);
        while (recent.size() > MAX_RECENT) {
            int oldest = oldestThatIsOver(recent);
            raise(watermarks, recent.remove(oldest).orderId());
        }
        return new KnownOrders(List.copyOf(recent), List.copyOf(watermarks));
    }

    /**
     * Returns the index of the oldest state that cannot be the holder: the order has ended, or its process has placed a
     * later one. Returns the last index if each of these orders may be the holder, which takes as many processes.
     */
    private static int oldestThatIsOver(List<OrderState> recent) {
        for (int i = recent.size() - 1; i > 0; i--) {
            if (!recent.get(i).active() || hasLater(recent.subList(0, i), recent.get(i))) {
                return i;
            }
        }
        return recent.size() - 1;
    }

    private static boolean hasLater(List<OrderState> newer, OrderState order) {
        String process = TimeOrderedIds.process(order.orderId());
        return newer.stream()
                .anyMatch(other -> TimeOrderedIds.process(other.orderId()).equals(process));
    }

    private static void raise(List<String> watermarks, String orderId) {
        String process = TimeOrderedIds.process(orderId);
        for (int i = 0; i < watermarks.size(); i++) {
            if (TimeOrderedIds.process(watermarks.get(i)).equals(process)) {
                watermarks.set(i, max(watermarks.get(i), orderId));
                return;
            }
        }
        watermarks.add(orderId);
        if (watermarks.size() > MAX_PROCESSES) {
            watermarks.remove(watermarks.stream().min(Comparator.naturalOrder()).orElseThrow());
        }
    }

    private static String max(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * Returns whether the state is known at a lower version, or belongs to an order that is unknown and not pruned. A
     * sale whose buyer is unknown, because an earlier version of this service has applied it, is newer at the same
     * version, so that a replay of the channels adds the buyer.
     */
    boolean isNewer(OrderState order) {
        return recent.stream()
                .filter(known -> known.orderId().equals(order.orderId()))
                .findAny()
                .map(known -> known.version() < order.version()
                        || (known.version() == order.version() && order.hasBuyer() && !known.hasBuyer()))
                .orElseGet(() -> !isPruned(order.orderId()));
    }

    /** When all watermarks are in use, an id below all of them may belong to a process whose watermark was removed. */
    private boolean isPruned(String orderId) {
        String process = TimeOrderedIds.process(orderId);
        boolean byItsProcess = pruned.stream()
                .anyMatch(watermark ->
                        TimeOrderedIds.process(watermark).equals(process) && orderId.compareTo(watermark) <= 0);
        return byItsProcess
                || (pruned.size() == MAX_PROCESSES
                        && pruned.stream().allMatch(watermark -> orderId.compareTo(watermark) < 0));
    }

    /** Replaces the known state of the order. */
    KnownOrders with(OrderState order) {
        List<OrderState> states = new ArrayList<>(recent);
        states.removeIf(known -> known.orderId().equals(order.orderId()));
        states.add(order);
        return of(states, pruned);
    }

    /**
     * Returns the order that holds or has bought the ticket. Two orders are active until the end of the first one is
     * applied; then this is the one with the greater id.
     */
    Optional<OrderState> holder() {
        return recent.stream().filter(OrderState::active).findFirst();
    }
}
