/** The target of a forbidden dependency. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
