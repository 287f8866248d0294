/** The gateway: one port in front of all services, with the routes of the cluster's Ingress. */
@NullMarked
package com.ticketing.host.gateway;

import org.jspecify.annotations.NullMarked;
