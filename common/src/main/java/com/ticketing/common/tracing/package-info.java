/** Propagates the W3C trace context through requests, events and log lines. */
@NullMarked
package com.ticketing.common.tracing;

import org.jspecify.annotations.NullMarked;
