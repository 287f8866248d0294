/** The adapter to Stripe's API. No other package uses Stripe's library. */
@NullMarked
package com.ticketing.payments.stripe;

import org.jspecify.annotations.NullMarked;
