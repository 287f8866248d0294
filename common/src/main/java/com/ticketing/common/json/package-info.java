/** How requests and answers are read and written as JSON. */
@NullMarked
package com.ticketing.common.json;

import org.jspecify.annotations.NullMarked;
