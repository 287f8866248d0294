/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.payment;

import org.jspecify.annotations.NullMarked;
