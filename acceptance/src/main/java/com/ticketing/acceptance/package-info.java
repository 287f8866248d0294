/** Tools and tests that use a running suite and check its invariants. */
@NullMarked
package com.ticketing.acceptance;

import org.jspecify.annotations.NullMarked;
