@NullMarked
package com.ticketing.acceptance.load;

import org.jspecify.annotations.NullMarked;
