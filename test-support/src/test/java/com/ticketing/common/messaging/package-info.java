/** Classes with the names of the library's classes, to which the rules refer by name. */
@NullMarked
package com.ticketing.common.messaging;

import org.jspecify.annotations.NullMarked;
