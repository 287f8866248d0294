/** One port in front of all services: what ingress-nginx does in the cluster, by the same manifest. */
@NullMarked
package com.ticketing.host.gateway;

import org.jspecify.annotations.NullMarked;
