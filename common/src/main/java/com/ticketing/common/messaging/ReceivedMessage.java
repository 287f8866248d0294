package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.streaming.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A message as the broker delivered it. */
record ReceivedMessage(Subject subject, long sequence, Instant publishedAt, String data, boolean redelivered) {

    static ReceivedMessage of(Subject subject, Message message) {
        return new ReceivedMessage(
                subject,
                message.getSequence(),
                Instant.ofEpochSecond(0, message.getTimestamp()),
                new String(message.getData(), StandardCharsets.UTF_8),
                message.isRedelivered());
    }

    /** Names this message for good: a channel's sequence starts again when a broker's store is replaced, the time does not. */
    String id() {
        return subject.channel() + "." + sequence + "." + publishedAt.toEpochMilli();
    }
}
