/** Bans as they reach every process of a service. */
@NullMarked
package com.ticketing.common.bans;

import org.jspecify.annotations.NullMarked;
