/**
 * Aggregates that carry the events they have not yet published inside their own document, the relay that publishes
 * them, and copies of other services' aggregates.
 */
@NullMarked
package com.ticketing.common.outbox;

import org.jspecify.annotations.NullMarked;
