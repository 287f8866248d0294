/** Servers for one machine and for tests: an embedded MongoDB, NATS Streaming and stripe-mock. */
@NullMarked
package com.ticketing.devservers;

import org.jspecify.annotations.NullMarked;
