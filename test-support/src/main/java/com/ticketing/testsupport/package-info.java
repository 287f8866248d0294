/** Shared test support: servers, an HTTP client, session cookies, a clock and message orderings. */
@NullMarked
package com.ticketing.testsupport;

import org.jspecify.annotations.NullMarked;
