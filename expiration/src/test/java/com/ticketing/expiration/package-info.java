/** The service as a whole: how it starts, what it listens to, what its code keeps to. */
@NullMarked
package com.ticketing.expiration;

import org.jspecify.annotations.NullMarked;
