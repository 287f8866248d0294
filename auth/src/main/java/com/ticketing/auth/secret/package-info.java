/** Random secrets and the hashes that are stored instead of them. */
@NullMarked
package com.ticketing.auth.secret;

import org.jspecify.annotations.NullMarked;
