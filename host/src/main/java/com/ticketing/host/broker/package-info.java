/** The NATS Streaming server: a given one, or one that the host starts. */
@NullMarked
package com.ticketing.host.broker;

import org.jspecify.annotations.NullMarked;
