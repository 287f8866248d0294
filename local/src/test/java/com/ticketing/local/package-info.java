/** How the suite is started, watched and ended. */
@NullMarked
package com.ticketing.local;

import org.jspecify.annotations.NullMarked;
