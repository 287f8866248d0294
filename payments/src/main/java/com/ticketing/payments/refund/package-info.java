/** Refunds charges, at the request of a seller or an admin and for cancelled orders. */
@NullMarked
package com.ticketing.payments.refund;

import org.jspecify.annotations.NullMarked;
