/** Orders: placing, cancelling, expiring, completing and refunding a hold. */
@NullMarked
package com.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
