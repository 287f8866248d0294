/** Guessing, and who is slowed down by it. */
@NullMarked
package com.ticketing.auth.throttle;

import org.jspecify.annotations.NullMarked;
