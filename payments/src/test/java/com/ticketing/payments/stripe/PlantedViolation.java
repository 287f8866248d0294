package com.ticketing.payments.stripe;

import com.ticketing.payments.payment.Payments;

/** Depends on the payment document, which {@code ArchitectureTest} must find. */
public record PlantedViolation(Payments payments) {}
