/** Has a running suite publish the current state of all its aggregates again. */
@NullMarked
package com.ticketing.acceptance.republish;

import org.jspecify.annotations.NullMarked;
