/** Invalid requests and random values, as sources of parameterized tests. */
@NullMarked
package com.ticketing.testsupport.input;

import org.jspecify.annotations.NullMarked;
