/** Tests of timers: the classes alone, and the service over the broker. */
@NullMarked
package com.ticketing.expiration.timer;

import org.jspecify.annotations.NullMarked;
