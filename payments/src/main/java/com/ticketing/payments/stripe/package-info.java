/** What the payments service asks of Stripe, in its own words; nothing else here knows Stripe's library. */
@NullMarked
package com.ticketing.payments.stripe;

import org.jspecify.annotations.NullMarked;
