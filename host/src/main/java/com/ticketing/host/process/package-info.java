/** Supervised child processes: started, restarted with backoff, stopped, never left behind. */
@NullMarked
package com.ticketing.host.process;

import org.jspecify.annotations.NullMarked;
