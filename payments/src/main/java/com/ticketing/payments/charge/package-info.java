/** Charges an order: admits one attempt at a time, runs it at Stripe and records its outcome. */
@NullMarked
package com.ticketing.payments.charge;

import org.jspecify.annotations.NullMarked;
