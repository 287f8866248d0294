/** Charges each order at most once, with Stripe, and refunds charges. */
@NullMarked
package com.ticketing.payments;

import org.jspecify.annotations.NullMarked;
