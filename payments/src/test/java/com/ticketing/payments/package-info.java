/** Tests of the service as a whole. */
@NullMarked
package com.ticketing.payments;

import org.jspecify.annotations.NullMarked;
