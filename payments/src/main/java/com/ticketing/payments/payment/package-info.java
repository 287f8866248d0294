/** The payment document of an order: its order replica, its charge and its refund, stored and changed together. */
@NullMarked
package com.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
