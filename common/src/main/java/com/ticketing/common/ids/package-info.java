/** The ids of the suite's documents. */
@NullMarked
package com.ticketing.common.ids;

import org.jspecify.annotations.NullMarked;
