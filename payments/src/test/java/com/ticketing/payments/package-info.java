/** Tests of the whole service, and what all tests share. */
@NullMarked
package com.ticketing.payments;

import org.jspecify.annotations.NullMarked;
