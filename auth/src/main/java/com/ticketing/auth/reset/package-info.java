/** A way back in for who has forgotten their password, if there is somebody who sends mail. */
@NullMarked
package com.ticketing.auth.reset;

import org.jspecify.annotations.NullMarked;
