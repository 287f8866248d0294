/** The suite's HTTP API as a person uses it, for what fills, warms and measures a running suite. */
@NullMarked
package com.ticketing.host.api;

import org.jspecify.annotations.NullMarked;
