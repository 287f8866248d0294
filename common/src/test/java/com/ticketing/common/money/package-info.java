@NullMarked
package com.ticketing.common.money;

import org.jspecify.annotations.NullMarked;
