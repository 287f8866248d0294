/** Tests of the package of the same name. */
@NullMarked
package com.ticketing.payments.webhook;

import org.jspecify.annotations.NullMarked;
