/** Tests of what a bench computes and prints. */
@NullMarked
package com.ticketing.acceptance.bench;

import org.jspecify.annotations.NullMarked;
