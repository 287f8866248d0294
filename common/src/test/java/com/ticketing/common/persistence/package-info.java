@NullMarked
package com.ticketing.common.persistence;

import org.jspecify.annotations.NullMarked;
