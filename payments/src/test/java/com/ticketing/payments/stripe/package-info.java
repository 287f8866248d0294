/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.stripe;

import org.jspecify.annotations.NullMarked;
