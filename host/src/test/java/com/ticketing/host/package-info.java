/** Options of the command. */
@NullMarked
package com.ticketing.host;

import org.jspecify.annotations.NullMarked;
