/** Admins, and whom they keep out. */
@NullMarked
package com.ticketing.auth.admin;

import org.jspecify.annotations.NullMarked;
