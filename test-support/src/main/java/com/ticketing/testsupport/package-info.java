/** What the tests of every service share: servers, signed-in cookies, bad input, histories and architecture rules. */
@NullMarked
package com.ticketing.testsupport;

import org.jspecify.annotations.NullMarked;
