/** Tests of the live ticket list. */
@NullMarked
package com.ticketing.tickets.delivery;

import org.jspecify.annotations.NullMarked;
