/** A MongoDB database for each service: embedded, in containers, or on a given server. */
@NullMarked
package com.ticketing.host.database;

import org.jspecify.annotations.NullMarked;
