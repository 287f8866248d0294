/** Tickets: created and edited by their sellers, and not editable while an order holds them. */
@NullMarked
package com.ticketing.tickets.ticket;

import org.jspecify.annotations.NullMarked;
