/** Routes of requests: trailing slashes, and requests without a route. */
@NullMarked
package com.ticketing.common.routes;

import org.jspecify.annotations.NullMarked;
