/** The admin API: account search, bans and the audit log. */
@NullMarked
package com.ticketing.auth.admin;

import org.jspecify.annotations.NullMarked;
