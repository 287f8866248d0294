/** The sample service: one aggregate, two listeners, one controller. */
@NullMarked
package com.ticketing.common.sample;

import org.jspecify.annotations.NullMarked;
