/** One timer per order: a delayed outbox event that is due when the hold ends. */
@NullMarked
package com.ticketing.expiration.timer;

import org.jspecify.annotations.NullMarked;
