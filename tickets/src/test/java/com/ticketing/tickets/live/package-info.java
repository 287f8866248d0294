/** Tests of the live list. */
@NullMarked
package com.ticketing.tickets.live;

import org.jspecify.annotations.NullMarked;
