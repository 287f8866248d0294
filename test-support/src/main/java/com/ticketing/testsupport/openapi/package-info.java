/** Generates the OpenAPI description of a service and compares it with its file. */
@NullMarked
package com.ticketing.testsupport.openapi;

import org.jspecify.annotations.NullMarked;
