/** Injects faults into a running suite under load, and checks that it keeps its promises. */
@NullMarked
package com.ticketing.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
