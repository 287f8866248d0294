/** Each server started, stopped, killed and asked. */
@NullMarked
package com.ticketing.devservers;

import org.jspecify.annotations.NullMarked;
