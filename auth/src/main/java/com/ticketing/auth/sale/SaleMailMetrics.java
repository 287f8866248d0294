package com.ticketing.auth.sale;

import com.ticketing.auth.mail.ConditionalOnSmtp;
import com.ticketing.auth.mail.MailKind;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the attempts to send emails about sales: {@code auth.mails}. */
@Component
@ConditionalOnSmtp
class SaleMailMetrics {

    private final MeterRegistry meters;

    SaleMailMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void sent(MailKind kind) {
        count(kind, "sent");
    }

    /** Counts a failed attempt that is repeated. */
    void failed(MailKind kind) {
        count(kind, "failed");
    }

    /** Counts the last attempt of an email that was not sent. */
    void abandoned(MailKind kind) {
        count(kind, "abandoned");
    }

    private void count(MailKind kind, String outcome) {
        meters.counter("auth.mails", "kind", kind.label(), "outcome", outcome).increment();
    }
}
