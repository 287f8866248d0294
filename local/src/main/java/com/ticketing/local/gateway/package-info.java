/** One port in front of all services: what ingress-nginx does in the cluster, by the same manifest. */
@NullMarked
package com.ticketing.local.gateway;

import org.jspecify.annotations.NullMarked;
