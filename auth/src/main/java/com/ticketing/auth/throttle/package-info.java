/** Slows down whoever guesses. The counts are kept in the database, so that all processes share them. */
@NullMarked
package com.ticketing.auth.throttle;

import org.jspecify.annotations.NullMarked;
