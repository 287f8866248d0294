/** The whole suite, started as a person starts it and used through its gateway. */
@NullMarked
package com.ticketing.acceptance.endtoend;

import org.jspecify.annotations.NullMarked;
