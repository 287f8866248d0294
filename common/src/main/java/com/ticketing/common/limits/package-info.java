/** Limits of what a service accepts at the same time: size of a request's body, requests in flight. */
@NullMarked
package com.ticketing.common.limits;

import org.jspecify.annotations.NullMarked;
