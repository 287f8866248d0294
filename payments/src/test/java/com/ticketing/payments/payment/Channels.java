package com.ticketing.payments.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.SignedIn;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other services: publishes what they would and hears what they would, with the broker's own client. */
public final class Channels {

    private final StreamingConnection connection;
    private final String prefix;

    public Channels(String url, String clusterId, String prefix) throws Exception {
        this.prefix = prefix;
        this.connection = NatsStreaming.connect(
                clusterId,
                "test-" + SignedIn.newId(),
                new Options.Builder().natsUrl(url).build());
    }

    public void publish(Event event) {
        publish(event.subject(), EventJson.write(event, null));
    }

    public void publish(Subject subject, String json) {
        try {
            connection.publish(prefix + subject.channel(), json.getBytes(UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the channel has carried from its start, growing. */
    public List<String> heard(Subject subject) {
        List<String> messages = new CopyOnWriteArrayList<>();
        try {
            connection.subscribe(
                    prefix + subject.channel(),
                    message -> messages.add(new String(message.getData(), UTF_8)),
                    new SubscriptionOptions.Builder().deliverAllAvailable().build());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    public void leave() throws Exception {
        connection.close();
    }
}
