package com.ticketing.common.events;

/** Published when a charge is refunded. Final for the payment, even if received before {@link PaymentCreated}. */
public record PaymentRefunded(String id, String orderId, String stripeId, long version, String reason, boolean relist)
        implements Event {}
