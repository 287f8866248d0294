package com.ticketing.common.events;

/** An order's hold has run out. What follows is for the orders service to decide. */
public record ExpirationComplete(String orderId) implements Event {}
