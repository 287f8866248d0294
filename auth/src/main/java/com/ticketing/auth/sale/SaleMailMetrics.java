package com.ticketing.auth.sale;

import com.ticketing.auth.mail.MailKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts the attempts to send emails about sales: {@code auth.mails}. The counters exist from the start, also without
 * an SMTP server, so that the first failure is an increase.
 */
@Component
class SaleMailMetrics {

    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String ABANDONED = "abandoned";

    private final MeterRegistry meters;

    SaleMailMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (MailKind kind : List.of(MailKind.RECEIPT, MailKind.SOLD)) {
            List.of(SENT, FAILED, ABANDONED).forEach(outcome -> counter(kind, outcome));
        }
    }

    void sent(MailKind kind) {
        counter(kind, SENT).increment();
    }

    /** Counts a failed attempt that is repeated. */
    void failed(MailKind kind) {
        counter(kind, FAILED).increment();
    }

    /** Counts the last attempt of an email that was not sent. */
    void abandoned(MailKind kind) {
        counter(kind, ABANDONED).increment();
    }

    private Counter counter(MailKind kind, String outcome) {
        return meters.counter("auth.mails", "kind", kind.label(), "outcome", outcome);
    }
}
