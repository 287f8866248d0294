/** Knows orders, as it must not. */
@NullMarked
package com.ticketing.orders.ticket;

import org.jspecify.annotations.NullMarked;
