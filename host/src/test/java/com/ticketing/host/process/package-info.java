/** Supervision of child processes. */
@NullMarked
package com.ticketing.host.process;

import org.jspecify.annotations.NullMarked;
