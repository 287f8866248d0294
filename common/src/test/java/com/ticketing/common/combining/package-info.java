@NullMarked
package com.ticketing.common.combining;

import org.jspecify.annotations.NullMarked;
