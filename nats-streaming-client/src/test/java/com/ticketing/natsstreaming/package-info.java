/** Tests of the repackaged NATS Streaming client. */
@NullMarked
package com.ticketing.natsstreaming;

import org.jspecify.annotations.NullMarked;
