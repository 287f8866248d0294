/** Tests of tickets: the classes alone, and the service over HTTP and the broker. */
@NullMarked
package com.ticketing.tickets.ticket;

import org.jspecify.annotations.NullMarked;
