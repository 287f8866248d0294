package com.ticketing.acceptance.bench;

import com.ticketing.host.running.RunningBroker;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.StreamingConnectionFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Measures the broker's own time from publish to delivery, without the suite's code in between. */
final class BrokerLatency implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;

    private final StreamingConnection connection;
    private final String channel = "benchmark-" + UUID.randomUUID();
    private final SynchronousQueue<Long> delivered = new SynchronousQueue<>();

    BrokerLatency(RunningBroker broker) throws IOException, InterruptedException, TimeoutException {
        connection = new StreamingConnectionFactory(new Options.Builder()
                        .natsUrl(broker.url())
                        .clusterId(broker.clusterId())
                        .clientId("benchmark-" + UUID.randomUUID())
                        .build())
                .createConnection();
        connection.subscribe(channel, message -> deliver(System.nanoTime()));
    }

    /** Publishes one message asynchronously, as the relay does, and returns the nanoseconds until its delivery. */
    private long nanos(byte[] message) throws IOException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        CountDownLatch acknowledged = new CountDownLatch(1);
        connection.publish(channel, message, (id, failure) -> acknowledged.countDown());
        Long end = delivered.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        // The client cannot be closed while an acknowledgement is outstanding.
        if (end == null || !acknowledged.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The broker did not deliver within " + TIMEOUT_SECONDS + " s");
        }
        return end - start;
    }

    /** Publishes messages one after the other and returns the median milliseconds until their delivery. */
    double medianMillis(byte[] message, int count) throws IOException, InterruptedException, TimeoutException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(nanos(message));
        }
        return ResponseTimes.of(times, 1).millis(50);
    }

    private void deliver(long now) {
        try {
            delivered.put(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
