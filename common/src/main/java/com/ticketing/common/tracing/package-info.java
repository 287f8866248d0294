/** Traces requests, messages and database commands with OpenTelemetry, as Spring Boot configures it. */
@NullMarked
package com.ticketing.common.tracing;

import org.jspecify.annotations.NullMarked;
