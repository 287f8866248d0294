/** The proxies in front of a service: which of their headers are trusted, and the client's address. */
@NullMarked
package com.ticketing.common.proxies;

import org.jspecify.annotations.NullMarked;
