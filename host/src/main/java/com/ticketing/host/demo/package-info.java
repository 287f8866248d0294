/** Believable people, tickets and orders for an empty suite. */
@NullMarked
package com.ticketing.host.demo;

import org.jspecify.annotations.NullMarked;
