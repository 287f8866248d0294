@NullMarked
package com.ticketing.acceptance.rush;

import org.jspecify.annotations.NullMarked;
