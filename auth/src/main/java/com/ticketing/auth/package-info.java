/** The auth service: who a person is, and the sessions that prove it to the other services. */
@NullMarked
package com.ticketing.auth;

import org.jspecify.annotations.NullMarked;
