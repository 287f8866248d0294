/** Options and data folder. */
@NullMarked
package com.ticketing.host.settings;

import org.jspecify.annotations.NullMarked;
