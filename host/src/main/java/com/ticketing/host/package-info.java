/** Runs the whole suite on one machine, as the same separate processes that Kubernetes would run. */
@NullMarked
package com.ticketing.host;

import org.jspecify.annotations.NullMarked;
