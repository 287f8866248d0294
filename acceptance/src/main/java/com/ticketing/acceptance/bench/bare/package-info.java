/** The baseline of HTTP measurements: a Spring Boot application with nothing but one controller. */
@NullMarked
package com.ticketing.acceptance.bench.bare;

import org.jspecify.annotations.NullMarked;
