/** The expiration service: tells when a hold has run out. */
@NullMarked
package com.ticketing.expiration;

import org.jspecify.annotations.NullMarked;
