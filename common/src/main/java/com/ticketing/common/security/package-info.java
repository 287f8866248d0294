/** Who is asking: the token in the cookie, verified by each service for itself, and the defence of the browser that holds it. */
@NullMarked
package com.ticketing.common.security;

import org.jspecify.annotations.NullMarked;
