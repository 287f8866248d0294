/** Demo data for an empty suite. */
@NullMarked
package com.ticketing.host.demo;

import org.jspecify.annotations.NullMarked;
