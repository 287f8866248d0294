/** The auth service: accounts, sign-in, sessions and the access tokens that every service verifies locally. */
@NullMarked
package com.ticketing.auth;

import org.jspecify.annotations.NullMarked;
