/** Account deletion, and the orders that prevent it. */
@NullMarked
package com.ticketing.auth.deletion;

import org.jspecify.annotations.NullMarked;
