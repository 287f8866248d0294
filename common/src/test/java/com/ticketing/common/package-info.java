/** The application class of the sample service, and the library's architecture rules. */
@NullMarked
package com.ticketing.common;

import org.jspecify.annotations.NullMarked;
