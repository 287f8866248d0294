/** Requests that claim an identity without a valid session token. */
@NullMarked
package com.ticketing.testsupport.identity;

import org.jspecify.annotations.NullMarked;
