/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.charge;

import org.jspecify.annotations.NullMarked;
