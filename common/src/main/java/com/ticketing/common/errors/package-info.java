/** The one shape in which every error leaves a service. */
@NullMarked
package com.ticketing.common.errors;

import org.jspecify.annotations.NullMarked;
