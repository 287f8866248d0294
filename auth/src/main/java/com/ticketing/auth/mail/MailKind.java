package com.ticketing.auth.mail;

/** A kind of email, with the name of its templates and in the requests to a mail service. */
public enum MailKind {
    PASSWORD_RESET("password-reset"),
    EMAIL_CHANGE("email-change"),
    RECEIPT("receipt"),
    SOLD("sold");

    private final String label;

    MailKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
