/** The payment document of an order: the order replica, the charge and the refund, always changed in one write. */
@NullMarked
package com.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
