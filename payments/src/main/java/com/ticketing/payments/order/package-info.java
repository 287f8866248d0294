/** Keeps the order replicas up to date with the events of the orders service. */
@NullMarked
package com.ticketing.payments.order;

import org.jspecify.annotations.NullMarked;
