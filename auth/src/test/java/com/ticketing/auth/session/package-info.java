/** Every route over HTTP. */
@NullMarked
package com.ticketing.auth.session;

import org.jspecify.annotations.NullMarked;
