/** Tests of the shared tests' own code. */
@NullMarked
package com.ticketing.servicetest;

import org.jspecify.annotations.NullMarked;
