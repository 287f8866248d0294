package com.ticketing.tickets.delivery;

import java.time.Instant;

/** One time that a buyer has read a delivery. */
public record DeliveryRead(String userId, Instant at) {}
