/** One port in front of all services: the task of ingress-nginx in a cluster, with the routes of the same manifest. */
@NullMarked
package com.ticketing.host.gateway;

import org.jspecify.annotations.NullMarked;
