/** Error codes and the one format of all error responses. */
@NullMarked
package com.ticketing.common.errors;

import org.jspecify.annotations.NullMarked;
