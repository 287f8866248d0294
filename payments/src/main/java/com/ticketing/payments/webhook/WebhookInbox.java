package com.ticketing.payments.webhook;

import com.ticketing.common.errors.DatabaseOutages;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import com.ticketing.payments.reconciliation.ReconciliationTrigger.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Stores each event once, however often Stripe sends it, and reconciles its payment at least once. An event whose
 * processing fails is postponed, so that it does not block later ones; it is retried with backoff until the inbox
 * removes it. An event that arrives during an attempt is postponed until the attempt has ended.
 */
@Component
class WebhookInbox {

    private static final Logger log = LoggerFactory.getLogger(WebhookInbox.class);

    private static final Limit BATCH = Limit.of(100);

    private final StripeEvents events;
    private final ReconciliationTrigger reconciliation;
    private final Clock clock;

    WebhookInbox(StripeEvents events, ReconciliationTrigger reconciliation, Clock clock) {
        this.events = events;
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    void add(StripeEvent event) {
        try {
            events.insert(event);
        } catch (DuplicateKeyException e) {
            log.debug("Webhook already received: eventId={}", event.id());
        }
    }

    /** Processes a batch. Returns whether there was any, so that more may be pending. */
    boolean processPending() {
        List<StripeEvent> due = events.findDue(clock.instant(), BATCH);
        due.forEach(this::processOrPostpone);
        return !due.isEmpty();
    }

    private void processOrPostpone(StripeEvent event) {
        try {
            process(event);
        } catch (RuntimeException e) {
            if (DatabaseOutages.isCauseOf(e)) {
                throw e;
            }
            Instant nextAttempt = event.dueAfterFailure(clock.instant());
            events.findAndPostponeFailedById(event.id(), nextAttempt);
            log.error(
                    "Webhook processing failed: eventId={} type={} nextAttempt={}",
                    event.id(),
                    event.type(),
                    nextAttempt,
                    e);
        }
    }

    private void process(StripeEvent event) {
        if (event.intentId() != null && reconciliation.reconcileSoon(event.intentId()) == Result.ATTEMPT_RUNNING) {
            events.findAndPostponeById(event.id(), StripeEvent.dueAfterAttempt(clock.instant()));
        } else {
            events.findAndClearPendingById(event.id());
        }
    }

    /** Returns the number of events whose processing failed and is retried. */
    long countFailing() {
        return events.countByPendingTrueAndFailedTrue();
    }
}
