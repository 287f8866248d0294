@NullMarked
package com.ticketing.orders.pass;

import org.jspecify.annotations.NullMarked;
