/** How a process takes leave of those who ask it. */
@NullMarked
package com.ticketing.common.shutdown;

import org.jspecify.annotations.NullMarked;
