/** Tests of the hostile identities. */
@NullMarked
package com.ticketing.testsupport.identity;

import org.jspecify.annotations.NullMarked;
