/** Prometheus, Jaeger and Grafana next to a suite, as far as this machine has them. */
@NullMarked
package com.ticketing.host.observability;

import org.jspecify.annotations.NullMarked;
