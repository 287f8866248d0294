/** One payment per order: the copy of the order, its charge and its refund in one document. */
@NullMarked
package com.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
