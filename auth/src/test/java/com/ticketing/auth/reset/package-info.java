/** Tests of password reset, with and without a mail service. */
@NullMarked
package com.ticketing.auth.reset;

import org.jspecify.annotations.NullMarked;
