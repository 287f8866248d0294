/** Supervision of child processes. */
@NullMarked
package com.ticketing.host.observability;

import org.jspecify.annotations.NullMarked;
