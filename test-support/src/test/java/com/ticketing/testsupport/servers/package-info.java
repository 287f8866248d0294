/** Each server started, stopped, killed and asked. */
@NullMarked
package com.ticketing.testsupport.servers;

import org.jspecify.annotations.NullMarked;
