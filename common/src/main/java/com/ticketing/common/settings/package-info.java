/** Default settings of all services, and a start that fails with one line if a setting is invalid. */
@NullMarked
package com.ticketing.common.settings;

import org.jspecify.annotations.NullMarked;
