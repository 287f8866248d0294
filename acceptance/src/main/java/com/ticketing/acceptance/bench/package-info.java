/** Measures a running suite from this machine; a command, not a test. */
@NullMarked
package com.ticketing.acceptance.bench;

import org.jspecify.annotations.NullMarked;
