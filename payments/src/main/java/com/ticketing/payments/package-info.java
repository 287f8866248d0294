/** Takes the money for orders, by Stripe, once per order. */
@NullMarked
package com.ticketing.payments;

import org.jspecify.annotations.NullMarked;
