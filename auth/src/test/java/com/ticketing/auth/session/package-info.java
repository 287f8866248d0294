/** Tests of sign-up, sign-in, sessions and cookies over HTTP. */
@NullMarked
package com.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
