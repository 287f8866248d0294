/** Changes of email addresses, confirmed by mail if emails can be sent. */
@NullMarked
package com.ticketing.auth.email;

import org.jspecify.annotations.NullMarked;
