/** An order: the hold of a ticket that ends in a sale or without one. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
