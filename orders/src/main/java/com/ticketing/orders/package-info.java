/** The orders service: holds of tickets, their expiry, completion and refund. */
@NullMarked
package com.ticketing.orders;

import org.jspecify.annotations.NullMarked;
