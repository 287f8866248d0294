/** Injects faults into a running suite under load, and checks its invariants. */
@NullMarked
package com.ticketing.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
