package com.ticketing.common.events;

/** The ticket of an order. */
public record TicketReference(String id) {}
