/** Tests of changes of email addresses, with and without a mail service. */
@NullMarked
package com.ticketing.auth.email;

import org.jspecify.annotations.NullMarked;
