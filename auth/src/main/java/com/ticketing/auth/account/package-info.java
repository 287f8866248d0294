/** An account: an email address nobody else has, and the hash of a password. It knows nothing of sessions. */
@NullMarked
package com.ticketing.auth.account;

import org.jspecify.annotations.NullMarked;
