package com.ticketing.common.events;

import org.jspecify.annotations.Nullable;

/**
 * Published when an order is charged.
 *
 * @param version absent if the producer has no versions
 */
public record PaymentCreated(
        String id,
        String orderId,
        String stripeId,
        @Nullable Long version) implements Event {}
