/** Tests of the live ticket list. */
@NullMarked
package com.ticketing.tickets.live;

import org.jspecify.annotations.NullMarked;
