/** Bears the names of the library's classes, which the rules refer to as text. */
@NullMarked
package com.ticketing.common.messaging;

import org.jspecify.annotations.NullMarked;
