package com.ticketing.common.events;

/** A charge was given back. Final for its payment, even when it is met before {@link PaymentCreated}. */
public record PaymentRefunded(String id, String orderId, String stripeId, long version, String reason, boolean relist)
        implements Event {}
