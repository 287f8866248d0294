/** Shared test support: servers, session cookies, invalid requests, message orderings and architecture rules. */
@NullMarked
package com.ticketing.testsupport;

import org.jspecify.annotations.NullMarked;
