/** Password reset by email. Active only if a mail service is configured. */
@NullMarked
package com.ticketing.auth.reset;

import org.jspecify.annotations.NullMarked;
