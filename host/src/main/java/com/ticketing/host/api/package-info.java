/** A client of the suite's HTTP API, for the demo data and the acceptance tools. */
@NullMarked
package com.ticketing.host.api;

import org.jspecify.annotations.NullMarked;
