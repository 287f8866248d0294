/** Applies the events of the orders service to the order replicas. */
@NullMarked
package com.ticketing.payments.order;

import org.jspecify.annotations.NullMarked;
