/** The live list: every change of a ticket, as server-sent events from every process of this service. */
@NullMarked
package com.ticketing.tickets.live;

import org.jspecify.annotations.NullMarked;
