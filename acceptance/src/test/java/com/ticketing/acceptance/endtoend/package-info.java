/** Tests of the whole suite, started as users start it and used through its gateway. */
@NullMarked
package com.ticketing.acceptance.endtoend;

import org.jspecify.annotations.NullMarked;
