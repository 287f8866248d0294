/** Violations of each architecture rule. */
@NullMarked
package com.ticketing.planted;

import org.jspecify.annotations.NullMarked;
