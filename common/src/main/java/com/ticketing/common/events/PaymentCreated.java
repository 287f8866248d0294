package com.ticketing.common.events;

import org.jspecify.annotations.Nullable;

/** An order was charged. {@code version} is absent where the producer keeps none. */
public record PaymentCreated(
        String id,
        String orderId,
        String stripeId,
        @Nullable Long version) implements Event {}
