/** A ticket: listed and edited by its seller, locked while an order holds it. */
@NullMarked
package com.ticketing.tickets.ticket;

import org.jspecify.annotations.NullMarked;
