/** A session: what a person gets for the right credentials, and the cookies that carry it. */
@NullMarked
package com.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
