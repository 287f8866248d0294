/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.refund;

import org.jspecify.annotations.NullMarked;
