/** The web page in a browser, in front of the started suite. */
@NullMarked
package com.ticketing.acceptance.browser;

import org.jspecify.annotations.NullMarked;
