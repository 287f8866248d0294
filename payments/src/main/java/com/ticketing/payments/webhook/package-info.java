/** Receives Stripe's webhooks: stores each event in an inbox, then reconciles the payment it is about. */
@NullMarked
package com.ticketing.payments.webhook;

import org.jspecify.annotations.NullMarked;
