/** Hashes of data. */
@NullMarked
package com.ticketing.common.digest;

import org.jspecify.annotations.NullMarked;
