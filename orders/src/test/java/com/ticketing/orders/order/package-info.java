/** Orders, alone and over HTTP and the broker. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
