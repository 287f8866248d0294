/** Supervised child processes: started, restarted with backoff, stopped, and ended even if the host is killed. */
@NullMarked
package com.ticketing.host.process;

import org.jspecify.annotations.NullMarked;
