/** Checks of what a cluster is given: strict types, policies, arrows, routes and settings, all without a cluster. */
@NullMarked
package com.ticketing.infra;

import org.jspecify.annotations.NullMarked;
