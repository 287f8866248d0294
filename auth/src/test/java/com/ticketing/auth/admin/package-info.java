/** Tests of the admin API. */
@NullMarked
package com.ticketing.auth.admin;

import org.jspecify.annotations.NullMarked;
