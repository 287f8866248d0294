/** The servers a suite on one machine needs: a real NATS Streaming, an embedded MongoDB and a stand-in for Stripe. */
@NullMarked
package com.ticketing.testsupport.servers;

import org.jspecify.annotations.NullMarked;
