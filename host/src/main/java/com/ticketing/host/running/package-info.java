/** Describes a running suite in a file, for tools, tests and operators. */
@NullMarked
package com.ticketing.host.running;

import org.jspecify.annotations.NullMarked;
