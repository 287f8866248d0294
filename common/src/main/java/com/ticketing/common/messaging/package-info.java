/**
 * Publishes and receives events over NATS Streaming: at-least-once delivery to durable queue groups, acknowledged after
 * the effect. No other package depends on the broker.
 */
@NullMarked
package com.ticketing.common.messaging;

import org.jspecify.annotations.NullMarked;
