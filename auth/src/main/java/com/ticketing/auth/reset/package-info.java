/** Password reset by email. Active only if emails can be sent. */
@NullMarked
package com.ticketing.auth.reset;

import org.jspecify.annotations.NullMarked;
