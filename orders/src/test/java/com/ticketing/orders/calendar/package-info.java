/** The format of calendar files. */
@NullMarked
package com.ticketing.orders.calendar;

import org.jspecify.annotations.NullMarked;
