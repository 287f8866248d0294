/** The source of a forbidden dependency. */
@NullMarked
package com.ticketing.orders.ticket;

import org.jspecify.annotations.NullMarked;
