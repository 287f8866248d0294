/** Tests that every service extends, and the broker as other services use it. */
@NullMarked
package com.ticketing.servicetest;

import org.jspecify.annotations.NullMarked;
