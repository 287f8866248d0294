/** Stripe, or the stand-in that replaces it on one machine. */
@NullMarked
package com.ticketing.host.payment;

import org.jspecify.annotations.NullMarked;
