/** Addresses, passwords and their hashes. */
@NullMarked
package com.ticketing.auth.account;

import org.jspecify.annotations.NullMarked;
