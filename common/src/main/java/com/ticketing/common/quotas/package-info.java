/** Limits how often a user may use a service per hour, in all of its processes together. */
@NullMarked
package com.ticketing.common.quotas;

import org.jspecify.annotations.NullMarked;
