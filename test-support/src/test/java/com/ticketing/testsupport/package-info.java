/** Proof that what the other tests rely on does what it says. */
@NullMarked
package com.ticketing.testsupport;

import org.jspecify.annotations.NullMarked;
