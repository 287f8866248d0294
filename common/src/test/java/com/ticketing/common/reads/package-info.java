@NullMarked
package com.ticketing.common.reads;

import org.jspecify.annotations.NullMarked;
