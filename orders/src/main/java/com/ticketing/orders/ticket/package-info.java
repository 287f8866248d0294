/** This service's own copy of the tickets, fed by their events. It knows nothing of orders. */
@NullMarked
package com.ticketing.orders.ticket;

import org.jspecify.annotations.NullMarked;
