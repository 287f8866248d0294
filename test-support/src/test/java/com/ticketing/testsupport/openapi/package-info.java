/** Tests of the OpenAPI description. */
@NullMarked
package com.ticketing.testsupport.openapi;

import org.jspecify.annotations.NullMarked;
