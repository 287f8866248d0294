/** Tests of what describes APIs. */
@NullMarked
package com.ticketing.testsupport.openapi;

import org.jspecify.annotations.NullMarked;
