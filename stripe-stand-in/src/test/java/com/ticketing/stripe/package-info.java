/** Tests of the Stripe stand-in, most of them through Stripe's own library. */
@NullMarked
package com.ticketing.stripe;

import org.jspecify.annotations.NullMarked;
