/** Combines concurrent database operations into fewer statements. */
@NullMarked
package com.ticketing.common.combining;

import org.jspecify.annotations.NullMarked;
