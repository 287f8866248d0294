/** What the sample service is made of: one aggregate, one listener, one controller. */
@NullMarked
package com.ticketing.common.sample;

import org.jspecify.annotations.NullMarked;
