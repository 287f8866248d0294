/** A rolling upgrade from a released version and its rollback, under load. */
@NullMarked
package com.ticketing.acceptance.upgrade;

import org.jspecify.annotations.NullMarked;
