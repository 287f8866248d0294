/** The tickets service: what is for sale. */
@NullMarked
package com.ticketing.tickets;

import org.jspecify.annotations.NullMarked;
