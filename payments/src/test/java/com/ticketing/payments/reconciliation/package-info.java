/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
