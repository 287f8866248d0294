package com.ticketing.acceptance.invariants;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
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

/** Reads channels from their first message to their last, by a client of its own that leaves no trace. */
final class BrokerLog {

    private static final Duration LONGEST_READ = Duration.ofMinutes(5);

    private final RunningSuite suite;
    private final Monitor monitor;

    BrokerLog(RunningSuite suite, Monitor monitor) {
        this.suite = suite;
        this.monitor = monitor;
    }

    /** Every message of the channels, repeats included. */
    List<JsonNode> read(List<String> channels) throws IOException, InterruptedException, TimeoutException {
        List<JsonNode> all = new ArrayList<>();
        Connection nats = Nats.connect(suite.brokerUrl());
        try {
            Options options = new Options.Builder().natsConn(nats).build();
            StreamingConnection streaming = NatsStreaming.connect(
                    suite.clusterId(),
                    "invariants-" + ProcessHandle.current().pid() + "-" + System.nanoTime(),
                    options);
            for (String channel : channels) {
                all.addAll(read(streaming, suite.channelPrefix() + channel));
            }
            streaming.close();
        } finally {
            nats.close();
        }
        return all;
    }

    private List<JsonNode> read(StreamingConnection streaming, String channel)
            throws IOException, InterruptedException, TimeoutException {
        long last = monitor.lastSequence(channel);
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
                        .maxInFlight(4096)
                        .build());
        if (!done.await(LONGEST_READ.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException(channel + " could not be read to its end, " + last);
        }
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }
}
