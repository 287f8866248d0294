/** This service's replica of the tickets, fed by their events. It does not depend on orders. */
@NullMarked
package com.ticketing.orders.ticket;

import org.jspecify.annotations.NullMarked;
