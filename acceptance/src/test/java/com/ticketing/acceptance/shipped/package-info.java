/** Checks of the jars that ship: each service, and the programs of one machine with the jars on their class paths. */
@NullMarked
package com.ticketing.acceptance.shipped;

import org.jspecify.annotations.NullMarked;
