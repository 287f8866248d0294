/** The orders service: who holds a ticket, until when, and what became of it. */
@NullMarked
package com.ticketing.orders;

import org.jspecify.annotations.NullMarked;
