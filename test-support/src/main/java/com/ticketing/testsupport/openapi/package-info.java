/** The description of a service's API as its controllers are, and the file that tells clients the same. */
@NullMarked
package com.ticketing.testsupport.openapi;

import org.jspecify.annotations.NullMarked;
