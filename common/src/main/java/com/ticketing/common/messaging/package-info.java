/**
 * Events over NATS Streaming: at-least-once delivery to durable queue groups, acked after the effect. The only package
 * that knows the broker.
 */
@NullMarked
package com.ticketing.common.messaging;

import org.jspecify.annotations.NullMarked;
