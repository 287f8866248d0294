/** Tests of orders: the classes alone, and the service over HTTP and the broker. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
