/** Tests of the test support. */
@NullMarked
package com.ticketing.testsupport;

import org.jspecify.annotations.NullMarked;
