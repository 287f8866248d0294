package com.ticketing.payments.webhook;

import com.stripe.StripeClient;

/** Uses Stripe's library, which {@code ArchitectureTest} must find. */
public record PlantedViolation(StripeClient stripe) {}
