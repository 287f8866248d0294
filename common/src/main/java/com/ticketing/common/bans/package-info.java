/** Keeps banned people out of every process of every service, with or without the broker at hand. */
@NullMarked
package com.ticketing.common.bans;

import org.jspecify.annotations.NullMarked;
