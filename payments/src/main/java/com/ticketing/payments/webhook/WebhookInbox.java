package com.ticketing.payments.webhook;

import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores each event once, however often Stripe sends it, and reconciles its payment at least once. */
@Component
class WebhookInbox {

    private static final Logger log = LoggerFactory.getLogger(WebhookInbox.class);

    private final StripeEvents events;
    private final ReconciliationTrigger reconciliation;

    WebhookInbox(StripeEvents events, ReconciliationTrigger reconciliation) {
        this.events = events;
        this.reconciliation = reconciliation;
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
        List<StripeEvent> pending = events.findTop100ByPendingTrueOrderByReceivedAt();
        pending.forEach(this::process);
        return !pending.isEmpty();
    }

    private void process(StripeEvent event) {
        if (event.intentId() != null) {
            reconciliation.reconcileSoon(event.intentId());
        }
        events.findAndClearPendingById(event.id());
    }
}
