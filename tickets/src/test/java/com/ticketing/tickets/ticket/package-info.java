/** Tickets, alone and over HTTP and the broker. */
@NullMarked
package com.ticketing.tickets.ticket;

import org.jspecify.annotations.NullMarked;
