/** The promises that a quiet suite keeps whatever happened before, checked in its databases, its broker and Stripe. */
@NullMarked
package com.ticketing.acceptance.invariants;

import org.jspecify.annotations.NullMarked;
