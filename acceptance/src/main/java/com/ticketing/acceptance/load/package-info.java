/** Users and requests that load a suite. */
@NullMarked
package com.ticketing.acceptance.load;

import org.jspecify.annotations.NullMarked;
