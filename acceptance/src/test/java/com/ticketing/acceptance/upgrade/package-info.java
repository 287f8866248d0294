/** Tests of the rolling upgrade. */
@NullMarked
package com.ticketing.acceptance.upgrade;

import org.jspecify.annotations.NullMarked;
