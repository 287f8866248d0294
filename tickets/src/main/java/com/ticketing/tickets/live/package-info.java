/** The live ticket list: every process sends every ticket change to its clients as server-sent events. */
@NullMarked
package com.ticketing.tickets.live;

import org.jspecify.annotations.NullMarked;
