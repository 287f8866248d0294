/** Tests of the service as a whole: start-up, subscriptions and architecture. */
@NullMarked
package com.ticketing.orders;

import org.jspecify.annotations.NullMarked;
