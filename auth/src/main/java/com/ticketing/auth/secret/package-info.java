/** Values that nobody can guess, and what is stored in their place. */
@NullMarked
package com.ticketing.auth.secret;

import org.jspecify.annotations.NullMarked;
