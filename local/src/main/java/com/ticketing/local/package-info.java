/** The whole suite on one machine, by one command. */
@NullMarked
package com.ticketing.local;

import org.jspecify.annotations.NullMarked;
