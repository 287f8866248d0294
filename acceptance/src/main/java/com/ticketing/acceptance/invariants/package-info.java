/** What must be true of a quiet suite, whatever happened to it before; and the reading of databases and broker that shows it. */
@NullMarked
package com.ticketing.acceptance.invariants;

import org.jspecify.annotations.NullMarked;
