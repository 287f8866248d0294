@NullMarked
package com.ticketing.common.limits;

import org.jspecify.annotations.NullMarked;
