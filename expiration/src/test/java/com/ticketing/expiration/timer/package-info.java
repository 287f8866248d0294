/** Timers, alone and over the broker. */
@NullMarked
package com.ticketing.expiration.timer;

import org.jspecify.annotations.NullMarked;
