/** How the gateway routes, forwards and refuses. */
@NullMarked
package com.ticketing.host.gateway;

import org.jspecify.annotations.NullMarked;
