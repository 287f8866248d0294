/** Emails, sent through an SMTP server or, if they contain a token, through the operator's mail service. */
@NullMarked
package com.ticketing.auth.mail;

import org.jspecify.annotations.NullMarked;
