/** Containers that run as supervised child processes. */
@NullMarked
package com.ticketing.host.docker;

import org.jspecify.annotations.NullMarked;
