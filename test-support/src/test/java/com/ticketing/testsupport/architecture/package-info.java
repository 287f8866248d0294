/** Tests of the architecture rules. */
@NullMarked
package com.ticketing.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
