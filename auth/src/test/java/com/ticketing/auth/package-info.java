/** Tests of the auth service as a whole, and what its tests share. */
@NullMarked
package com.ticketing.auth;

import org.jspecify.annotations.NullMarked;
