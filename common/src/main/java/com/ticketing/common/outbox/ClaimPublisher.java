package com.ticketing.common.outbox;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the entries of claims, pipelined: no entry waits for the acknowledgement of the one before it. */
final class ClaimPublisher {

    private static final Logger log = LoggerFactory.getLogger(ClaimPublisher.class);

    private final EventPublisher broker;
    private final MessageSpans spans;

    ClaimPublisher(EventPublisher broker, MessageSpans spans) {
        this.broker = broker;
        this.spans = spans;
    }

    /**
     * Publishes without blocking. The future completes when the broker has answered for every entry; it never fails.
     */
    CompletableFuture<Acknowledgement> publish(Claim claim) {
        List<CompletableFuture<Void>> answers =
                claim.entries().stream().map(this::publish).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> {
                    if (failure != null && broker.isConnected()) {
                        log.warn(
                                "Publishing failed, the next sweep retries: collection={} aggregate={} error={}",
                                claim.collection(),
                                claim.aggregateId(),
                                failure.toString());
                    }
                    return new Acknowledgement(claim, published(claim, answers));
                });
    }

    private CompletableFuture<Void> publish(OutboxEntry entry) {
        Span span = spans.publish(entry.subject(), entry.json());
        return broker.publish(entry.subject(), entry.json()).whenComplete((stored, failure) -> {
            if (failure != null) {
                MessageSpans.fail(span, failure);
            }
            span.end();
        });
    }

    private static List<ObjectId> published(Claim claim, List<CompletableFuture<Void>> answers) {
        List<ObjectId> published = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).isCompletedExceptionally()) {
                published.add(claim.entries().get(i).id());
            }
        }
        return published;
    }
}
