package com.ticketing.common.events;

/**
 * Published when the status of the dispute about a charge has changed.
 *
 * @param stripeId the id of the PaymentIntent, as in {@link PaymentCreated}
 */
public record PaymentDisputed(String id, String orderId, String stripeId, long version, DisputeStatus status)
        implements Event {}
