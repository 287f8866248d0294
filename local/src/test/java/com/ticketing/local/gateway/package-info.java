/** How the gateway routes, forwards and refuses. */
@NullMarked
package com.ticketing.local.gateway;

import org.jspecify.annotations.NullMarked;
