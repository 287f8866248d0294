/** Forgotten passwords, with somebody who sends mail and without. */
@NullMarked
package com.ticketing.auth.reset;

import org.jspecify.annotations.NullMarked;
