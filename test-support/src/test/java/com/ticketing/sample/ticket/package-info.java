/** Breaks no architecture rule, and gives each of them something to look at. */
@NullMarked
package com.ticketing.sample.ticket;

import org.jspecify.annotations.NullMarked;
