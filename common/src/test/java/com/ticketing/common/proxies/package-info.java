@NullMarked
package com.ticketing.common.proxies;

import org.jspecify.annotations.NullMarked;
