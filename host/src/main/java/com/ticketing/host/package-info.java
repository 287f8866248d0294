/** The whole suite on one machine: what Kubernetes would start, as the same separate processes. */
@NullMarked
package com.ticketing.host;

import org.jspecify.annotations.NullMarked;
