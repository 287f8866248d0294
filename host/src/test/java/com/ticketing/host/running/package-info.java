/** The file that describes a running suite. */
@NullMarked
package com.ticketing.host.running;

import org.jspecify.annotations.NullMarked;
