/** Lists that are read page by page along their key, at the same cost however long they are. */
@NullMarked
package com.ticketing.common.paging;

import org.jspecify.annotations.NullMarked;
