/** Signed passes of completed orders: the keys, the signature and its verification. */
@NullMarked
package com.ticketing.orders.pass;

import org.jspecify.annotations.NullMarked;
