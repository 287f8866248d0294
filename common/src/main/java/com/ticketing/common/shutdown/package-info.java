/** Connection draining at shutdown. */
@NullMarked
package com.ticketing.common.shutdown;

import org.jspecify.annotations.NullMarked;
