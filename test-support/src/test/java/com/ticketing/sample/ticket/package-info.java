/** A service that no architecture rule rejects, with a candidate for each rule. */
@NullMarked
package com.ticketing.sample.ticket;

import org.jspecify.annotations.NullMarked;
