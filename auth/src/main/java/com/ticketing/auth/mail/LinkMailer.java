package com.ticketing.auth.mail;

/** Sends emails with a link. */
public interface LinkMailer {

    /** Sends the email. A failure is logged and not retried, because the user can request another email. */
    void send(LinkMail mail);
}
