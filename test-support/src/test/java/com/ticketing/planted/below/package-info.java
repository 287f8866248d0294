/** Forms a cycle with the package above. */
@NullMarked
package com.ticketing.planted.below;

import org.jspecify.annotations.NullMarked;
