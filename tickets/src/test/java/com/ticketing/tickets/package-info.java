/** Tests of the service as a whole: start-up, subscriptions and architecture. */
@NullMarked
package com.ticketing.tickets;

import org.jspecify.annotations.NullMarked;
