/** Tests of the invalid requests and random values. */
@NullMarked
package com.ticketing.testsupport.input;

import org.jspecify.annotations.NullMarked;
