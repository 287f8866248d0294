/** Measures a running suite from this machine. */
@NullMarked
package com.ticketing.acceptance.bench;

import org.jspecify.annotations.NullMarked;
