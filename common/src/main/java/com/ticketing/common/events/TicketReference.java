package com.ticketing.common.events;

/** The ticket that an order is about. */
public record TicketReference(String id) {}
