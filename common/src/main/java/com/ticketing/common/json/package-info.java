/** The JSON mapper for requests and responses. */
@NullMarked
package com.ticketing.common.json;

import org.jspecify.annotations.NullMarked;
