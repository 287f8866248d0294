/** Options of {@code ./suite}. */
@NullMarked
package com.ticketing.acceptance;

import org.jspecify.annotations.NullMarked;
