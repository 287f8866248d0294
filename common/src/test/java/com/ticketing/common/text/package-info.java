@NullMarked
package com.ticketing.common.text;

import org.jspecify.annotations.NullMarked;
