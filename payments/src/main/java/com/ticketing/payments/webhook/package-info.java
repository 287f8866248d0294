/** What Stripe tells by itself: kept in an inbox, and then a reason to ask. */
@NullMarked
package com.ticketing.payments.webhook;

import org.jspecify.annotations.NullMarked;
