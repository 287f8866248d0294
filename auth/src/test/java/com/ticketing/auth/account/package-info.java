/** Tests of email addresses, passwords and password hashing. */
@NullMarked
package com.ticketing.auth.account;

import org.jspecify.annotations.NullMarked;
