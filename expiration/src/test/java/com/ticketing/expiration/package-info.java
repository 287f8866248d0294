/** Tests of the service as a whole: start-up and architecture. */
@NullMarked
package com.ticketing.expiration;

import org.jspecify.annotations.NullMarked;
