/** Starts the sample service. */
@NullMarked
package com.ticketing.common;

import org.jspecify.annotations.NullMarked;
