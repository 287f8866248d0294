@NullMarked
package com.ticketing.host.console;

import org.jspecify.annotations.NullMarked;
