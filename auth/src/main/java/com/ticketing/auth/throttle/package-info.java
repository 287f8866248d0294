/**
 * Limits requests and failed attempts per client address and per account. All processes share the counters in the
 * database.
 */
@NullMarked
package com.ticketing.auth.throttle;

import org.jspecify.annotations.NullMarked;
