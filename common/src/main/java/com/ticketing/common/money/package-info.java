/** The currency of all prices, and what Stripe can charge in it. */
@NullMarked
package com.ticketing.common.money;

import org.jspecify.annotations.NullMarked;
