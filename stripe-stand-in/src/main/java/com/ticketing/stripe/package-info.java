/** A local stand-in for the part of the Stripe API that the suite uses. It is stateful and moves no money. */
@NullMarked
package com.ticketing.stripe;

import org.jspecify.annotations.NullMarked;
