/** Keyset pagination: the cost of a page does not depend on the length of the list. */
@NullMarked
package com.ticketing.common.paging;

import org.jspecify.annotations.NullMarked;
