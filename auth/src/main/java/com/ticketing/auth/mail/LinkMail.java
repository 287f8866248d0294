package com.ticketing.auth.mail;

import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.account.Language;
import com.ticketing.auth.secret.LinkToken;
import java.time.Instant;

/** An email with a link that contains a secret token. */
public record LinkMail(MailKind kind, EmailAddress to, Language language, LinkToken token, Instant expiresAt) {}
