/** The second package of a cycle. */
@NullMarked
package com.ticketing.planted.right;

import org.jspecify.annotations.NullMarked;
