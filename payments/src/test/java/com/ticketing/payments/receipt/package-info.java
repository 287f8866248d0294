/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.receipt;

import org.jspecify.annotations.NullMarked;
