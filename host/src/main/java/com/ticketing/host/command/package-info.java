/** Conventions for command lines, shared by {@code ./up} and {@code ./suite}. */
@NullMarked
package com.ticketing.host.command;

import org.jspecify.annotations.NullMarked;
