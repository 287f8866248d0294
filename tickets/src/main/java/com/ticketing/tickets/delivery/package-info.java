/** The deliveries of tickets: entry codes, links and files, encrypted at rest, each given for one ticket only. */
@NullMarked
package com.ticketing.tickets.delivery;

import org.jspecify.annotations.NullMarked;
