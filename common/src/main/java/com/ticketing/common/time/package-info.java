/** The clock, and work that repeats in the background. */
@NullMarked
package com.ticketing.common.time;

import org.jspecify.annotations.NullMarked;
