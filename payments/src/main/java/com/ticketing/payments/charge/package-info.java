/** Charges an order: admits one attempt at a time and runs it at Stripe. */
@NullMarked
package com.ticketing.payments.charge;

import org.jspecify.annotations.NullMarked;
