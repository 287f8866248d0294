/** What a suite is started with: options, environment, checkout, data folder. */
@NullMarked
package com.ticketing.host.settings;

import org.jspecify.annotations.NullMarked;
