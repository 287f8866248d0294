@NullMarked
package com.ticketing.common.quotas;

import org.jspecify.annotations.NullMarked;
