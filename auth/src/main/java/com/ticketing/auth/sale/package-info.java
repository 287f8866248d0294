/** Emails about sales: the buyer's receipt and the notice to the seller, see ADR 58. */
@NullMarked
package com.ticketing.auth.sale;

import org.jspecify.annotations.NullMarked;
