/** The host's output: whole lines, each with the name of the process that wrote it. */
@NullMarked
package com.ticketing.host.console;

import org.jspecify.annotations.NullMarked;
