/** Tests of the web page in a browser, in front of the whole suite. */
@NullMarked
package com.ticketing.acceptance.browser;

import org.jspecify.annotations.NullMarked;
