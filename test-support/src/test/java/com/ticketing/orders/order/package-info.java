/** Known by tickets, as it must not be. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
