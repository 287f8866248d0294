/** The receipts of payments, for buyers and sellers. */
@NullMarked
package com.ticketing.payments.receipt;

import org.jspecify.annotations.NullMarked;
