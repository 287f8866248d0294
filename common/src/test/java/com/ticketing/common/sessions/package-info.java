@NullMarked
package com.ticketing.common.sessions;

import org.jspecify.annotations.NullMarked;
