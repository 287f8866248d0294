/** Random secrets. */
@NullMarked
package com.ticketing.auth.secret;

import org.jspecify.annotations.NullMarked;
