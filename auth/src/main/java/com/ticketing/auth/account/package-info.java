/** Accounts: unique email addresses, password hashes, roles and bans. */
@NullMarked
package com.ticketing.auth.account;

import org.jspecify.annotations.NullMarked;
