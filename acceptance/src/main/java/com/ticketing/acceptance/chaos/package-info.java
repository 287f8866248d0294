/** Breaks a running suite on purpose, under load, and shows that it kept every promise. */
@NullMarked
package com.ticketing.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
