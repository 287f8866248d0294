/** Tests of the limits per address and per account. */
@NullMarked
package com.ticketing.auth.throttle;

import org.jspecify.annotations.NullMarked;
