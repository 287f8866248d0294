/** The other half of a cycle. */
@NullMarked
package com.ticketing.planted.right;

import org.jspecify.annotations.NullMarked;
