package com.ticketing.payments.webhook;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Acts on the events in the inbox: has Stripe asked about their payments. Acting twice is harmless. */
@Component
class WebhookInboxReader implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final WebhookInbox inbox;
    private final ReconciliationTrigger payments;
    private final BackgroundTask task = new BackgroundTask("webhook-inbox", INTERVAL, this::read);

    WebhookInboxReader(WebhookInbox inbox, ReconciliationTrigger payments) {
        this.inbox = inbox;
        this.payments = payments;
    }

    void wake() {
        task.wake();
    }

    private void read() {
        for (List<StripeEvent> events = inbox.pending(); !events.isEmpty(); events = inbox.pending()) {
            events.forEach(this::act);
        }
    }

    private void act(StripeEvent event) {
        if (event.intentId() != null) {
            payments.lookAfter(event.intentId());
        }
        inbox.done(event);
    }

    @Override
    public void start() {
        task.start();
    }

    @Override
    public void stop() {
        task.stop();
    }

    @Override
    public boolean isRunning() {
        return task.isRunning();
    }
}
