/** The settings of a suite: options, environment, checkout and data folder. */
@NullMarked
package com.ticketing.host.settings;

import org.jspecify.annotations.NullMarked;
