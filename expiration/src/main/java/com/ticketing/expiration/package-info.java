/** The expiration service: publishes {@code expiration:complete} when a hold ends. */
@NullMarked
package com.ticketing.expiration;

import org.jspecify.annotations.NullMarked;
