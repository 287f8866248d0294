/** Sign-up, sign-in, sessions with rotating refresh tokens, and the cookies that carry the tokens. */
@NullMarked
package com.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
