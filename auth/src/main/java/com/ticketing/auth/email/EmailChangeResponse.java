package com.ticketing.auth.email;

/** @param confirmationSent whether the email changes when the link in an email is opened; otherwise it has changed */
record EmailChangeResponse(boolean confirmationSent) {}
