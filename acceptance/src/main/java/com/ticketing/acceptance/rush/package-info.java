/** A rush of many users for few tickets, and checks that each ticket is sold once. */
@NullMarked
package com.ticketing.acceptance.rush;

import org.jspecify.annotations.NullMarked;
