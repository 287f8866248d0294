/** Reconciles payments with Stripe: resolves unknown outcomes, retries pending refunds, and reports differences. */
@NullMarked
package com.ticketing.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
