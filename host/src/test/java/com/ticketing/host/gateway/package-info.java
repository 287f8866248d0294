/** Tests of routing, forwarding and errors. */
@NullMarked
package com.ticketing.host.gateway;

import org.jspecify.annotations.NullMarked;
