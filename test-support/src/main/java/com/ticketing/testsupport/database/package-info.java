/** A proxy between a service and its database that injects faults. */
@NullMarked
package com.ticketing.testsupport.database;

import org.jspecify.annotations.NullMarked;
