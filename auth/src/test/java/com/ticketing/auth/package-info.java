/** The auth service as others meet it. */
@NullMarked
package com.ticketing.auth;

import org.jspecify.annotations.NullMarked;
