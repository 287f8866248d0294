/** Addresses of databases. */
@NullMarked
package com.ticketing.host.database;

import org.jspecify.annotations.NullMarked;
