/** A timer per order: an event in the outbox that is due when the hold ends. */
@NullMarked
package com.ticketing.expiration.timer;

import org.jspecify.annotations.NullMarked;
