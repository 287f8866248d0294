/** Stripe on this machine, as far as the suite knows Stripe: a program that keeps state and moves no money. */
@NullMarked
package com.ticketing.stripe;

import org.jspecify.annotations.NullMarked;
