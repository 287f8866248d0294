/** Limits of requests: the size of the body and the number of requests in progress. */
@NullMarked
package com.ticketing.common.limits;

import org.jspecify.annotations.NullMarked;
