/** The JSON mapper for requests and responses, and responses that are serialized once. */
@NullMarked
package com.ticketing.common.json;

import org.jspecify.annotations.NullMarked;
