/** Denies the access tokens of sessions that have ended, in every process of every service. */
@NullMarked
package com.ticketing.common.sessions;

import org.jspecify.annotations.NullMarked;
