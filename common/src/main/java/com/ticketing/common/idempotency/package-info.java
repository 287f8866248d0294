/** Idempotency keys: a request that is repeated with the same key creates nothing a second time. */
@NullMarked
package com.ticketing.common.idempotency;

import org.jspecify.annotations.NullMarked;
