package com.ticketing.common.events;

/** Published when the hold of an order has expired. The orders service decides whether the order ends. */
public record ExpirationComplete(String orderId) implements Event {}
