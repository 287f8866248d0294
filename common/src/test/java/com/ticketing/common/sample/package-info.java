/** The smallest service there can be: one aggregate, one listener, one controller. */
@NullMarked
package com.ticketing.common.sample;

import org.jspecify.annotations.NullMarked;
