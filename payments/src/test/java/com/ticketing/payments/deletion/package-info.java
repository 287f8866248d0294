/** Tests of what is erased and kept of the payments of deleted accounts. */
@NullMarked
package com.ticketing.payments.deletion;

import org.jspecify.annotations.NullMarked;
