/**
 * The transactional outbox: an aggregate's unpublished events are stored in its own document, and a relay publishes
 * them at least once.
 */
@NullMarked
package com.ticketing.common.outbox;

import org.jspecify.annotations.NullMarked;
