/** The invariants of a suite without work in progress, checked in its databases, its broker and Stripe. */
@NullMarked
package com.ticketing.acceptance.invariants;

import org.jspecify.annotations.NullMarked;
