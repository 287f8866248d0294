package com.ticketing.tickets.delivery;

import java.time.Instant;

/**
 * A ticket's reference to its delivery.
 *
 * @param givenAt distinguishes a delivery from an earlier one with the same content
 */
public record DeliveryReference(String id, Instant givenAt) {}
