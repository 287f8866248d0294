/** Tests of bans in every process of a service. */
@NullMarked
package com.ticketing.common.bans;

import org.jspecify.annotations.NullMarked;
