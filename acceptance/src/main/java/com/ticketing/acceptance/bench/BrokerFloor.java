package com.ticketing.acceptance.bench;

import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.StreamingConnectionFactory;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long the broker itself takes from publishing to delivery, with nothing of ours in between. */
final class BrokerFloor implements AutoCloseable {

    private static final long DELIVERED_WITHIN_SECONDS = 10;

    private final StreamingConnection connection;
    private final String channel = "benchmark-" + UUID.randomUUID();
    private final SynchronousQueue<Long> delivered = new SynchronousQueue<>();

    BrokerFloor(Target target) throws IOException, InterruptedException, TimeoutException {
        connection = new StreamingConnectionFactory(new Options.Builder()
                        .natsUrl(target.brokerUrl())
                        .clusterId(target.clusterId())
                        .clientId("benchmark-" + UUID.randomUUID())
                        .build())
                .createConnection();
        connection.subscribe(channel, message -> deliver(System.nanoTime()));
    }

    /** One message, published as the suite's services do: without waiting for the broker's ack. */
    long nanos(byte[] message) throws IOException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        CountDownLatch acked = new CountDownLatch(1);
        connection.publish(channel, message, (id, failure) -> acked.countDown());
        Long end = delivered.poll(DELIVERED_WITHIN_SECONDS, TimeUnit.SECONDS);
        // The client cannot be closed while an ack is missing.
        if (end == null || !acked.await(DELIVERED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The broker did not deliver within " + DELIVERED_WITHIN_SECONDS + " s");
        }
        return end - start;
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
