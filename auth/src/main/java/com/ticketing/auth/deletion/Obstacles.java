package com.ticketing.auth.deletion;

import java.util.List;

/**
 * What prevents the deletion of an account, as the response contains it.
 *
 * @param holds the ids of orders that hold a ticket for the user and are not paid
 * @param payments the ids of orders whose charge is neither a sale nor refunded yet
 */
public record Obstacles(List<String> holds, List<String> payments) {

    static Obstacles of(List<OpenOrder> open) {
        return new Obstacles(
                open.stream()
                        .filter(order -> !order.isCharged())
                        .map(OpenOrder::id)
                        .toList(),
                open.stream().filter(OpenOrder::isCharged).map(OpenOrder::id).toList());
    }

    boolean isEmpty() {
        return holds.isEmpty() && payments.isEmpty();
    }
}
