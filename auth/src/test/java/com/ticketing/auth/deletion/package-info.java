/** Tests of the deletion of accounts. */
@NullMarked
package com.ticketing.auth.deletion;

import org.jspecify.annotations.NullMarked;
