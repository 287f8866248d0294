/** Combines concurrent identical reads into few queries, and serializes their response once. */
@NullMarked
package com.ticketing.common.reads;

import org.jspecify.annotations.NullMarked;
