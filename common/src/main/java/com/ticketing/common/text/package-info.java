/** The properties of text that users type: visibility, length and search. */
@NullMarked
package com.ticketing.common.text;

import org.jspecify.annotations.NullMarked;
