package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.streaming.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A message that the broker has delivered. */
record ReceivedMessage(Subject subject, ChannelPosition position, String data, boolean redelivered) {

    static ReceivedMessage of(Subject subject, Message message) {
        return new ReceivedMessage(
                subject,
                positionOf(message),
                new String(message.getData(), StandardCharsets.UTF_8),
                message.isRedelivered());
    }

    static ChannelPosition positionOf(Message message) {
        return new ChannelPosition(message.getSequence(), Instant.ofEpochSecond(0, message.getTimestamp()));
    }

    long sequence() {
        return position.sequence();
    }

    Instant publishedAt() {
        return position.publishedAt();
    }

    /**
     * Returns a permanent id. It contains the time, because sequence numbers start again when the broker's store is
     * replaced.
     */
    String id() {
        return subject.channel() + "." + sequence() + "." + publishedAt().toEpochMilli();
    }
}
