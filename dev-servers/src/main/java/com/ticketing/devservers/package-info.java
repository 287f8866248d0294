/** The servers a suite on one machine needs: a real NATS Streaming and an embedded MongoDB. */
@NullMarked
package com.ticketing.devservers;

import org.jspecify.annotations.NullMarked;
