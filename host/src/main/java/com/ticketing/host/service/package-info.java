/** The services as processes: their jars, JVM options, environment and health. */
@NullMarked
package com.ticketing.host.service;

import org.jspecify.annotations.NullMarked;
