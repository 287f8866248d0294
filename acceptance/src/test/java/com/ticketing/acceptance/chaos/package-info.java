@NullMarked
package com.ticketing.acceptance.chaos;

import org.jspecify.annotations.NullMarked;
