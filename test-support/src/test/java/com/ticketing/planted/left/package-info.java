/** The first package of a cycle. */
@NullMarked
package com.ticketing.planted.left;

import org.jspecify.annotations.NullMarked;
