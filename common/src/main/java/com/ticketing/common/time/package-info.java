/** The clock and repeated background tasks. */
@NullMarked
package com.ticketing.common.time;

import org.jspecify.annotations.NullMarked;
