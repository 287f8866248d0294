/** The operator's comparison of our payments with Stripe's. */
@NullMarked
package com.ticketing.payments.report;

import org.jspecify.annotations.NullMarked;
