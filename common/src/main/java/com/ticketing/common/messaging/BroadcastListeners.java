package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.tracing.MessageSpans;
import io.nats.streaming.Message;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes the broadcast listeners. Their subscriptions are not durable and end with the connection. */
final class BroadcastListeners implements BrokerConnection.Subscriber {

    private static final Logger log = LoggerFactory.getLogger(BroadcastListeners.class);

    private final List<BroadcastListener<?>> listeners;
    private final BrokerConnection connection;

    BroadcastListeners(List<BroadcastListener<?>> listeners, BrokerConnection connection) {
        this.listeners = listeners;
        this.connection = connection;
        connection.onSubscribe(this);
    }

    @Override
    public void subscribe(StreamingConnection to) throws IOException, InterruptedException, TimeoutException {
        for (BroadcastListener<?> listener : listeners) {
            Subject subject = Subject.of(listener.type());
            SubscriptionOptions options = new SubscriptionOptions.Builder()
                    .startAtTimeDelta(listener.since())
                    .dispatcher("broadcast-" + subject.channel() + "-" + listeners.indexOf(listener))
                    .build();
            to.subscribe(connection.channel(subject), message -> receive(listener, message), options);
        }
    }

    private static <E extends Event> void receive(BroadcastListener<E> listener, Message message) {
        String data = new String(message.getData(), StandardCharsets.UTF_8);
        try {
            E event = EventJson.read(listener.type(), data);
            ChannelPosition position = ReceivedMessage.positionOf(message);
            MessageSpans.runInTraceOf(data, () -> listener.onMessage(event, position));
        } catch (RuntimeException e) {
            log.error(
                    "Broadcast listener failed, no redelivery: channel={} sequence={}",
                    Subject.of(listener.type()).channel(),
                    message.getSequence(),
                    e);
        }
    }
}
