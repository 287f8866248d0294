package com.ticketing.acceptance.invariants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.devservers.BrokerMonitor;
import com.ticketing.host.running.RunningBroker;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads whole channels with a separate client, which creates no durable subscription. */
final class BrokerLog {

    private static final Duration READ_WITHIN = Duration.ofMinutes(5);
    private static final int MAX_IN_FLIGHT = 4096;

    private final RunningBroker broker;
    private final BrokerMonitor monitor;

    BrokerLog(RunningBroker broker, BrokerMonitor monitor) {
        this.broker = broker;
        this.monitor = monitor;
    }

    /** Returns every message of the channels, duplicates included. */
    List<JsonNode> read(List<String> channels) throws IOException, InterruptedException, TimeoutException {
        List<JsonNode> all = new ArrayList<>();
        Connection nats = Nats.connect(connection());
        try {
            Options options = new Options.Builder().natsConn(nats).build();
            StreamingConnection streaming = NatsStreaming.connect(
                    broker.clusterId(),
                    "invariants-" + ProcessHandle.current().pid() + "-" + System.nanoTime(),
                    options);
            for (String channel : channels) {
                all.addAll(read(streaming, broker.channelPrefix() + channel));
            }
            streaming.close();
        } finally {
            nats.close();
        }
        return all;
    }

    /** Closing the connection discards the acknowledgement of the last message, which is worth no log line. */
    private io.nats.client.Options connection() {
        return new io.nats.client.Options.Builder()
                .server(broker.url())
                .errorListener(new ErrorListener() {})
                .build();
    }

    private List<JsonNode> read(StreamingConnection streaming, String channel)
            throws IOException, InterruptedException, TimeoutException {
        long last = monitor.channel(channel).path("last_seq").asLong(0);
        if (last == 0) {
            return List.of();
        }
        List<JsonNode> messages = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        streaming.subscribe(
                channel,
                message -> {
                    messages.add(JsonMapper.shared().readTree(new String(message.getData(), UTF_8)));
                    if (message.getSequence() >= last) {
                        done.countDown();
                    }
                },
                new SubscriptionOptions.Builder()
                        .deliverAllAvailable()
                        .maxInFlight(MAX_IN_FLIGHT)
                        .build());
        if (!done.await(READ_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("Channel " + channel + " was not read to its last message, " + last);
        }
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }
}
